using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Messaging;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Messaging;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Print;

internal sealed class RunMessages(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ISettingsReader<BillingSettings> settings, InvoiceNotices notices, SendingOutlooks outlooks) : IRunMessages
{
    private static readonly IReadOnlyList<RunMessageShare> None = [];

    public async Task<Result<IReadOnlyList<RunMessageShare>>> OfBillingRunAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (actor.Deny(BillingPermissions.BillingRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<BillingRun>().AsNoTracking().Where(r => r.Id == runId).Select(r => new { r.State, r.IsObserved }).SingleOrDefaultAsync(cancellationToken) is not { } run)
        {
            return BillingErrors.RunNotFound;
        }

        return run is { State: BillingRunState.Waiting, IsObserved: false } && (await settings.GetAsync(cancellationToken)).SendsBills && !await notices.IsHeldAsync(cancellationToken)
            ? Result.Of(await SharesAsync(
                context, context.Set<BillingRunItem>().Where(i => i.RunId == runId && i.State == BillingItemState.Waiting && i.Lines > 0).Select(i => i.BillingAccountId), InvoiceMessages.Issued.Priority, cancellationToken))
            : Result.Of(None);
    }

    public async Task<Result<IReadOnlyList<RunMessageShare>>> OfIsolirRunAsync(Guid runId, CancellationToken cancellationToken)
    {
        if (actor.Deny(DunningPermissions.DunningRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<IsolirRun>().AsNoTracking().Where(r => r.Id == runId).Select(r => new { r.State, r.IsObserved }).SingleOrDefaultAsync(cancellationToken) is not { } run)
        {
            return DunningErrors.RunNotFound;
        }

        return run is { State: IsolirRunState.Waiting, IsObserved: false } && !await notices.IsHeldAsync(cancellationToken)
            ? Result.Of(await SharesAsync(
                context, context.Set<IsolirRunItem>().Where(i => i.RunId == runId && i.State == IsolirItemState.Waiting).Select(i => i.BillingAccountId), MessagePriority.Receipt, cancellationToken))
            : Result.Of(None);
    }

    /// <summary>What these accounts are sent, by the way of each.</summary>
    public async Task<IReadOnlyList<RunMessageShare>> SharesAsync(PortalDbContext context, IQueryable<Guid> accountIds, MessagePriority priority, CancellationToken cancellationToken)
    {
        var people = await context.Set<BillingAccount>().AsNoTracking().Where(a => accountIds.Contains(a.Id))
            .Select(a => new { a.Customer!.Channel, HasEmail = a.Customer.Email != null && a.Customer.Email != "", HasPhone = a.Customer.Phone != null && a.Customer.Phone != "" })
            .GroupBy(c => new { c.Channel, c.HasEmail, c.HasPhone }).Select(g => new { g.Key, Count = g.Count() }).ToListAsync(cancellationToken);
        var shares = new List<RunMessageShare>();
        foreach (var way in people.GroupBy(p => WishedWay.ChannelOf(p.Key.Channel, p.Key.HasEmail, p.Key.HasPhone), p => p.Count))
        {
            var count = way.Sum();
            var outlook = way.Key is { } channel ? await outlooks.OfAsync(channel, priority, count, cancellationToken) : null;
            shares.Add(new RunMessageShare(way.Key, count, outlook is not null, outlook?.PerHour ?? 0, outlook?.Ahead ?? 0, outlook?.DoneAtUtc));
        }

        return [.. shares.OrderBy(share => share.Channel is null).ThenByDescending(share => share.Count)];
    }
}
