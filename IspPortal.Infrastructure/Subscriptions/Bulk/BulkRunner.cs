using System.Text.Json;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions.Bulk;

/// <summary>Does changes to many, one subscription after the other, each with its place in the run in one transaction; a restart goes on where it stopped. Routers are told once at the end, in one plan.</summary>
internal sealed class BulkRunner(IDbContextFactory<PortalDbContext> contexts, SubscriptionWriting writing)
{
    private const int ItemsPerTurn = 500;
    private const int MostTries = 3;
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(5);

    /// <summary>Goes on with the oldest run for a while; gives how many were changed and how many could not be, or null when there is none.</summary>
    public async Task<(int Done, int Failed)?> RunAsync(CancellationToken cancellationToken)
    {
        var now = writing.Clock.UtcNow();
        var token = Ids.New(writing.Clock);
        BulkRun? run;
        List<BulkRunItem> items;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            var open = context.Set<BulkRun>().Where(r => r.State == BulkRunState.Running && (r.LeasedUntilUtc == null || r.LeasedUntilUtc < now));
            var id = await open.OrderBy(r => r.CreatedAtUtc).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
            var until = now + Lease;
            if (id is null || await open.Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedBy, token).SetProperty(r => r.LeasedUntilUtc, until), cancellationToken) == 0)
            {
                return null;
            }

            run = await context.Set<BulkRun>().AsNoTracking().FirstAsync(r => r.Id == id, cancellationToken);
            items = await context.Set<BulkRunItem>().AsNoTracking().Where(i => i.RunId == id && i.State == BulkItemState.Waiting).OrderBy(i => i.Place).Take(ItemsPerTurn).ToListAsync(cancellationToken);
        }

        var (done, failed) = (0, 0);
        foreach (var item in items)
        {
            if (await IsStoppedAsync(run.Id, cancellationToken))
            {
                break;
            }

            switch (await DoAsync(run, item, cancellationToken))
            {
                case true:
                    done++;
                    break;
                case false:
                    failed++;
                    break;
                default:
                    // Somebody else changes it at the same time: it keeps its place for the next turn.
                    break;
            }
        }

        await CloseAsync(run.Id, cancellationToken);
        return (done, failed);
    }

    /// <summary>Its lines wait no longer for the end of the run. The caller saves.</summary>
    internal static async Task WakeLinesAsync(PortalDbContext context, Guid runId, DateTime now, CancellationToken cancellationToken)
    {
        await context.Set<LineDelivery>().Where(d => d.BatchId == runId && d.State == LineDeliveryState.Pending).ExecuteUpdateAsync(set => set.SetProperty(d => d.NextTryAtUtc, now), cancellationToken);
        context.AddEvent(new LineWanted(runId));
    }

    private async Task<bool> IsStoppedAsync(Guid runId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<BulkRun>().AnyAsync(r => r.Id == runId && r.State == BulkRunState.Stopped, cancellationToken);
    }

    // True: changed; false: could not be; null: another change was always faster.
    private async Task<bool?> DoAsync(BulkRun run, BulkRunItem item, CancellationToken cancellationToken)
    {
        var done = await TryAsync(run, item, cancellationToken);
        for (var tries = 1; IsConflict(done) && tries < MostTries; tries++)
        {
            done = await TryAsync(run, item, cancellationToken);
        }

        if (done.Succeeded || IsConflict(done))
        {
            return done.Succeeded ? true : null;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await context.Set<BulkRunItem>().Where(i => i.RunId == run.Id && i.Place == item.Place && i.State == BulkItemState.Waiting)
            .ExecuteUpdateAsync(set => set.SetProperty(i => i.State, BulkItemState.Failed).SetProperty(i => i.ErrorCode, done.Error.Code), cancellationToken);
        return false;
    }

    private static bool IsConflict(Result done) => done.Error?.Code == CommonErrors.VersionConflict.Code;

    private Task<Result> TryAsync(BulkRun run, BulkRunItem item, CancellationToken cancellationToken) =>
        writing.ChangeAsync(
            item.SubscriptionId,
            null,
            run.Reason,
            async (work, token) =>
            {
                // In the same transaction: what is done once is not done again after a kill.
                var mark = await work.Context.Set<BulkRunItem>().FirstAsync(i => i.RunId == run.Id && i.Place == item.Place, token);
                if (mark.State != BulkItemState.Waiting)
                {
                    return null;
                }

                mark.State = BulkItemState.Done;
                work.InBatch(run.Id, run.Kicks, run.CreatedBy);
                return run.Kind switch
                {
                    BulkChangeKind.ChangePlan => await SubscriptionTransitions.ChangePlanAsync(work, run.PlanId!.Value, run.PriceId!.Value, null, work.Today, run.Reason, run.Kicks, token),
                    BulkChangeKind.MoveRouter => await SubscriptionTransitions.MoveRouterAsync(work, run.RouterId!.Value, run.Reason, token),
                    _ => await TagAsync(work, run, token),
                };
            },
            cancellationToken);

    private static async Task<Error?> TagAsync(SubscriptionWork work, BulkRun run, CancellationToken cancellationToken)
    {
        var customerId = work.Subscription.CustomerId;
        var there = await work.Context.Set<CustomerTag>().FirstOrDefaultAsync(t => t.CustomerId == customerId && t.Tag == run.Tag, cancellationToken);
        if (run.Kind == BulkChangeKind.RemoveTag)
        {
            if (there is not null)
            {
                work.Context.Remove(there);
                work.Context.AddAudit("tags_changed", "customer", customerId.ToString(), TagJson(run), null);
            }

            return null;
        }

        if (there is not null)
        {
            return null;
        }

        if (await work.Context.Set<CustomerTag>().CountAsync(t => t.CustomerId == customerId, cancellationToken) >= CustomerTags.MaxCount)
        {
            return SubscriptionsErrors.TooManyTags;
        }

        work.Context.Add(new CustomerTag { CustomerId = customerId, Tag = run.Tag! });
        work.Context.AddAudit("tags_changed", "customer", customerId.ToString(), null, TagJson(run));
        return null;
    }

    private static string TagJson(BulkRun run) => JsonSerializer.Serialize(new { tags = run.Tag }, AuditJson.Options);

    private async Task CloseAsync(Guid runId, CancellationToken cancellationToken)
    {
        var now = writing.Clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var run = await context.Set<BulkRun>().FirstAsync(r => r.Id == runId, cancellationToken);
        // Counted from the items: a turn that was killed half way has left its marks.
        run.Done = await context.Set<BulkRunItem>().CountAsync(i => i.RunId == runId && i.State == BulkItemState.Done, cancellationToken);
        run.Failed = await context.Set<BulkRunItem>().CountAsync(i => i.RunId == runId && i.State == BulkItemState.Failed, cancellationToken);
        if (run.State == BulkRunState.Running && run.Done + run.Failed >= run.Items)
        {
            (run.State, run.EndedAtUtc) = (BulkRunState.Done, now);
        }

        if (run.State != BulkRunState.Running)
        {
            await WakeLinesAsync(context, runId, now, cancellationToken);
        }

        (run.LeasedBy, run.LeasedUntilUtc) = (null, null);
        await context.SaveChangesAsync(cancellationToken);
    }
}
