using System.Linq.Expressions;
using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Runs;

/// <summary>Prepares the run of the day when the settings say so: whatever is due by then, of every cycle. One that a person prepared for the day is enough.</summary>
internal sealed class BillingSchedule(PortalContextSource source, ObserveSwitch observing, ISettingsReader<BillingSettings> settings, ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    /// <summary>Runs that stand in the way of another one; one that only looked and is looked at does not.</summary>
    internal static readonly Expression<Func<BillingRun, bool>> IsOpen = r =>
        r.State == BillingRunState.Preparing || r.State == BillingRunState.Running || r.State == BillingRunState.Paused || (r.State == BillingRunState.Waiting && !r.IsObserved);

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

        var observed = await observing.IsOnAsync(cancellationToken);
        await using var context = source.CreateForSystem(PrepareBillingRunJob.Key);
        if (await IsThereAsync(context, today, observed, cancellationToken))
        {
            return false;
        }

        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // The number's series makes two who ask at once wait for each other.
        var number = await context.TakeNumbersAsync(BillingRun.NumberPrefix, today, 1, cancellationToken);
        if (await IsThereAsync(context, today, observed, cancellationToken))
        {
            return false;
        }

        context.Add(new BillingRun { Id = Ids.New(clock), Number = number[0], ThroughOn = today, State = BillingRunState.Preparing, IsObserved = observed, CreatedBy = BillingRun.BySchedule, CreatedAtUtc = clock.UtcNow() });
        await context.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return true;
    }

    // One that only looked does for the day as long as the portal only looks.
    private static async Task<bool> IsThereAsync(PortalDbContext context, DateOnly today, bool observed, CancellationToken cancellationToken) =>
        await context.Set<BillingRun>().AnyAsync(r => r.ThroughOn == today && (observed || !r.IsObserved), cancellationToken) || await context.Set<BillingRun>().AnyAsync(IsOpen, cancellationToken);
}
