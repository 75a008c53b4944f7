using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Subscriptions.Bulk;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Holds;

/// <summary>The holds of unpaid bills, for those who know the bills. Each line is a transaction of its own, in which the caller marks what is done; asks no permission.</summary>
internal sealed class BillHolds(SubscriptionWriting writing, ISettingsReader<ProvisioningSettings> provisioning)
{
    /// <summary>Whether the whole portal is in observe mode: nobody is isolated.</summary>
    public async ValueTask<bool> IsObservedAsync(CancellationToken cancellationToken) => (await provisioning.GetAsync(cancellationToken)).ObserveMode;

    /// <summary>Of these subscriptions those in service, with what their routers allow.</summary>
    public static async Task<IReadOnlyList<BilledLine>> LinesAsync(PortalDbContext context, IReadOnlyCollection<Guid> subscriptionIds, CancellationToken cancellationToken) =>
        await LinesOf(context, context.Set<Subscription>().Where(s => subscriptionIds.Contains(s.Id))).ToListAsync(cancellationToken);

    /// <summary>The lines in service of these billing accounts.</summary>
    public static async Task<IReadOnlyList<BilledLine>> LinesOfAccountsAsync(PortalDbContext context, IReadOnlyCollection<Guid> accountIds, CancellationToken cancellationToken) =>
        await LinesOf(context, context.Set<Subscription>().Where(s => accountIds.Contains(s.BillingAccountId))).ToListAsync(cancellationToken);

    /// <summary>How many billing accounts have lines in service.</summary>
    public static Task<int> CountAccountsAsync(PortalDbContext context, CancellationToken cancellationToken) => context.Set<Subscription>()
        .Where(s => s.Status != SubscriptionStatus.Pending && s.Status != SubscriptionStatus.Terminated).Select(s => s.BillingAccountId).Distinct().CountAsync(cancellationToken);

    /// <summary>Isolates a line as part of a batch, whose lines go to their routers together. What is isolated or not in service stays as it is.</summary>
    /// <param name="subscriptionId">The line.</param>
    /// <param name="reason">The name of the batch: by it a hold is known as one of this batch.</param>
    /// <param name="batch">The batch, and who began it.</param>
    /// <param name="mark">Told whether it is isolated now; says whether that is wanted.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Result> IsolateAsync(Guid subscriptionId, string reason, (Guid Id, string By) batch, Func<PortalDbContext, bool, CancellationToken, Task<bool>> mark, CancellationToken cancellationToken) => writing.TryAsync(
        subscriptionId,
        reason,
        async (work, token) =>
        {
            var can = work.Lifecycle == AccessLifecycle.Live && !work.Subscription.Holds.HasFlag(AccessHolds.Dunning);
            if (await mark(work.Context, can, token) && can)
            {
                work.InBatch(batch.Id, KickPolicy.Now, batch.By);
                work.Hold(AccessHolds.Dunning, reason);
                work.WantLine("isolated");
            }

            return null;
        },
        cancellationToken);

    /// <summary>Lets a line come back, at once.</summary>
    /// <param name="subscriptionId">The line.</param>
    /// <param name="heldFor">Only if it is held for that reason; null: for whichever.</param>
    /// <param name="reason">Why it comes back.</param>
    /// <param name="mark">Told whether it comes back now.</param>
    /// <param name="cancellationToken">Cancels.</param>
    public Task<Result> RestoreAsync(Guid subscriptionId, string? heldFor, string reason, Func<PortalDbContext, bool, CancellationToken, Task> mark, CancellationToken cancellationToken) => writing.TryAsync(
        subscriptionId,
        reason,
        async (work, token) =>
        {
            var hold = work.Context.Set<SubscriptionHold>().Local.FirstOrDefault(h => h.SubscriptionId == subscriptionId && h.Kind == AccessHolds.Dunning);
            var comes = hold is not null && (heldFor is null || hold.Reason == heldFor);
            await mark(work.Context, comes, token);
            if (comes)
            {
                work.Release(AccessHolds.Dunning, reason);
                work.WantLine("restored");
            }

            return null;
        },
        cancellationToken);

    /// <summary>The lines of a batch wait no longer for its end. The caller saves.</summary>
    public static Task WakeAsync(PortalDbContext context, Guid batchId, DateTime now, CancellationToken cancellationToken) => BulkRunner.WakeLinesAsync(context, batchId, now, cancellationToken);

    private static IQueryable<BilledLine> LinesOf(PortalDbContext context, IQueryable<Subscription> subscriptions) =>
        from s in subscriptions.AsNoTracking()
        join r in context.Set<Router>() on s.RouterId equals r.Id
        where s.Status != SubscriptionStatus.Pending && s.Status != SubscriptionStatus.Terminated
        orderby s.Id
        select new BilledLine(
            s.Id,
            s.BillingAccountId,
            s.AccessId,
            s.RouterId,
            r.Name,
            context.Set<SubscriptionHold>().Any(h => h.SubscriptionId == s.Id && h.Kind == AccessHolds.Dunning),
            r.IsolirProvenAtUtc != null,
            r.ObservesSinceUtc != null);
}
