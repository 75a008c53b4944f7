using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Prepares the run of the day when the settings say so: whatever is due by then, of every cycle. One that a person prepared for the day is enough.</summary>
internal sealed class BillingSchedule(PortalContextSource source, ISettingsReader<BillingSettings> settings, ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    private static readonly BillingRunState[] Open = [BillingRunState.Preparing, BillingRunState.Waiting, BillingRunState.Running, BillingRunState.Paused];

    /// <summary>Whether one was prepared now.</summary>
    public async Task<bool> RunAsync(CancellationToken cancellationToken)
    {
        var wanted = await settings.GetAsync(cancellationToken);
        var zone = (await company.GetAsync(cancellationToken)).BusinessZone;
        var local = TimeZoneInfo.ConvertTimeFromUtc(clock.UtcNow(), TimeZoneInfo.TryFindSystemTimeZoneById(zone, out var found) ? found : TimeZoneInfo.Utc);
        var today = DateOnly.FromDateTime(local);
        if (!wanted.PreparesRuns || local.Hour < wanted.PrepareHour)
        {
            return false;
        }

        await using var context = source.CreateForSystem(PrepareBillingRunJob.Key);
        if (await context.Set<BillingRun>().AnyAsync(r => r.ThroughOn == today || Open.Contains(r.State), cancellationToken))
        {
            return false;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The number's series makes two who ask at once wait for each other.
        var number = await context.TakeNumbersAsync(BillingRun.NumberPrefix, today, 1, cancellationToken);
        if (await context.Set<BillingRun>().AnyAsync(r => r.ThroughOn == today || Open.Contains(r.State), cancellationToken))
        {
            return false;
        }

        context.Add(new BillingRun { Id = Ids.New(clock), Number = number[0], ThroughOn = today, State = BillingRunState.Preparing, CreatedBy = BillingRun.BySchedule, CreatedAtUtc = clock.UtcNow() });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }
}
