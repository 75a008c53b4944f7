using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Holds;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Dunning;

/// <summary>Looks at all accounts that owe something, five hundred at once: how they stand, what their customers are told, which fees they are charged.</summary>
internal sealed class DunningWalk(PortalContextSource source, DunningReading reading, DunningNotices notices, LateFees fees, BillHolds holds, ISettingsReader<DunningSettings> settings, DunningClock clock)
{
    public const string By = "run-dunning";
    private const int AccountsAtOnce = 500;

    /// <summary>Gives how many accounts were looked at, how many notices queued and how many fees billed.</summary>
    public async Task<(int Accounts, int Told, int Fees)> RunAsync(CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        var policy = (await settings.GetAsync(cancellationToken)).Policy;
        return await LookAsync(context => Candidates(context, today, policy), today, policy, cancellationToken);
    }

    /// <summary>Looks only at late accounts that owe something else than they did at the last look: whoever pays is off the board within seconds. Gives how many.</summary>
    public async Task<int> FollowAsync(CancellationToken cancellationToken)
    {
        var (today, _) = await clock.NowAsync(cancellationToken);
        return (await LookAsync(context => Changed(context, today), today, (await settings.GetAsync(cancellationToken)).Policy, cancellationToken)).Accounts;
    }

    /// <summary>Late accounts of which something was paid, credited or billed since they were looked at.</summary>
    public static IQueryable<Guid> Changed(PortalDbContext context, DateOnly today)
    {
        var overdue = DunningReading.Open(context).Where(i => i.DueOn < today);
        return context.Set<DunningAccount>()
            .Where(a => a.OverdueMinor > 0 && a.OverdueMinor != overdue.Where(i => i.BillingAccountId == a.BillingAccountId).Sum(i => i.TotalMinor - i.WithheldMinor - i.CollectedMinor - i.SettledMinor))
            .Select(a => a.BillingAccountId);
    }

    /// <summary>The accounts that there is something to look at.</summary>
    public static IQueryable<Guid> Candidates(PortalDbContext context, DateOnly today, DunningPolicy policy)
    {
        var until = today.AddDays(policy.Steps.Count == 0 ? 0 : Math.Max(0, -policy.Steps[0].Offset));
        return DunningReading.Open(context).Where(i => i.DueOn <= until).Select(i => i.BillingAccountId)
            .Concat(context.Set<DunningAccount>().Where(a => a.Stage != DunningStage.Clear || a.IsolatedRunId != null).Select(a => a.BillingAccountId))
            .Concat(context.Set<PaymentPromise>().Where(p => p.State == PromiseState.Open).Select(p => p.BillingAccountId));
    }

    private async Task<(int Accounts, int Told, int Fees)> LookAsync(Func<PortalDbContext, IQueryable<Guid>> concerned, DateOnly today, DunningPolicy policy, CancellationToken cancellationToken)
    {
        var observed = await holds.IsObservedAsync(cancellationToken);
        var (seen, told, charged, after) = (0, 0, 0, Guid.Empty);
        while (true)
        {
            await using var context = source.CreateForSystem(By);
            var accountIds = await concerned(context).Where(id => id > after).Distinct().OrderBy(id => id).Take(AccountsAtOnce).ToListAsync(cancellationToken);
            if (accountIds.Count == 0)
            {
                return (seen, told, charged);
            }

            after = accountIds[^1];
            var accounts = await reading.ReadAsync(context, accountIds, today, policy, cancellationToken);
            foreach (var account in accounts)
            {
                context.Follow(account, today, clock.Clock);
            }

            // Where somebody was faster the next look comes in minutes.
            if ((await context.TrySaveAsync(DunningErrors.FeeGone, cancellationToken)).Succeeded)
            {
                told += await notices.TellAsync(context, accounts, cancellationToken);
                var due = observed ? [] : await LateFees.DueAsync(context, accounts, policy, cancellationToken);
                foreach (var accountId in due.Select(some => some.Account.Id).Distinct())
                {
                    charged += await fees.ChargeAsync(accountId, cancellationToken);
                }
            }

            seen += accounts.Count;
        }
    }
}
