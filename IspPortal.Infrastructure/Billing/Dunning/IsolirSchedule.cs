using System.Globalization;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Writes runs that are to be prepared: one of a kind a day, whoever asks.</summary>
internal sealed class IsolirSchedule(PortalContextSource source, BillHolds holds, ISettingsReader<DunningSettings> settings, DunningClock clock)
{
    /// <summary>Prepares the run of the day once its hour has come.</summary>
    public async Task PrepareAsync(CancellationToken cancellationToken)
    {
        var current = await settings.GetAsync(cancellationToken);
        var (today, time) = await clock.NowAsync(cancellationToken);
        if (!current.PreparesRuns || !current.Policy.MayIsolateAt(today, time))
        {
            return;
        }

        await using var context = source.CreateForSystem(RunIsolirJob.Key);
        // One that a person threw away or undid is not made again.
        if (!await context.Set<IsolirRun>().AnyAsync(r => r.On == today && r.Kind == DunningRunKind.Isolir, cancellationToken))
        {
            await AddAsync(context, Ids.New(clock.Clock), DunningRunKind.Isolir, today, cancellationToken);
        }
    }

    /// <summary>Writes a run; one with that id stays as it is.</summary>
    public async Task<Result> AddAsync(PortalDbContext context, Guid runId, DunningRunKind kind, DateOnly on, CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        var observed = await holds.IsObservedAsync(cancellationToken);
        var key = observed ? runId.ToString("N") : KeyOf(kind, on);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The number's series makes two who ask at once wait for each other.
        var number = await context.TakeNumbersAsync(kind == DunningRunKind.Termination ? IsolirRun.TerminationPrefix : IsolirRun.NumberPrefix, today, 1, cancellationToken);
        if (await context.Set<IsolirRun>().AnyAsync(r => r.Id == runId, cancellationToken))
        {
            return Result.Success;
        }

        if (await context.Set<IsolirRun>().Where(r => r.DayKey == key).Select(r => r.Number).FirstOrDefaultAsync(cancellationToken) is { } other)
        {
            return DunningErrors.RunOfDay(other);
        }

        context.Add(new IsolirRun
        {
            Id = runId,
            Number = number[0],
            Kind = kind,
            On = on,
            DayKey = key,
            IsObserved = observed,
            CreatedBy = context.Actor.Name,
            CreatedAtUtc = clock.Clock.UtcNow(),
        });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return Result.Success;
    }

    private static string KeyOf(DunningRunKind kind, DateOnly day) => (kind == DunningRunKind.Termination ? "end:" : "") + day.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
