using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

internal sealed class SubscriptionDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business) : ISubscriptionDirectory
{
    private const int MostChanges = 50;

    public async Task<Result<Page<SubscriptionRow>>> ListAsync(SubscriptionFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var (shown, count, isAtLeast) = await ListOf(context, filter, page, today).ReadAsync(context, page, cancellationToken);
        return Page<SubscriptionRow>.Of(count == 0 ? [] : await RowsOf(context, shown).ToListAsync(cancellationToken), page, count) with { TotalIsAtLeast = isAtLeast };
    }

    public async Task<Result<SubscriptionDetails>> GetAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsRead) is { } denied)
        {
            return denied;
        }

        var today = await business.TodayAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from s in context.Set<Subscription>().AsNoTracking()
            where s.Id == subscriptionId
            join plan in context.Set<ServicePlan>() on s.PlanId equals plan.Id
            join account in context.Set<BillingAccount>() on s.BillingAccountId equals account.Id
            join wanted in context.Set<DesiredAccessRecord>() on s.AccessId equals wanted.AccessId
            select new
            {
                Subscription = s,
                Plan = plan,
                account.Number,
                Wanted = wanted,
                Applied = context.Set<AccessPlacement>().Where(p => p.AccessId == s.AccessId && p.Role == PlacementRole.Primary).Select(p => p.AppliedState).FirstOrDefault(),
            }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return SubscriptionsErrors.NotFound;
        }

        var subscription = found.Subscription;
        var row = await RowsOf(context, context.Set<Subscription>().AsNoTracking().Where(s => s.Id == subscriptionId)).FirstAsync(cancellationToken);
        var delivery = await context.Set<LineDelivery>().AsNoTracking().FirstOrDefaultAsync(d => d.SubscriptionId == subscriptionId, cancellationToken);
        return new SubscriptionDetails
        {
            Row = row,
            BillingAccountId = subscription.BillingAccountId,
            AccountNumber = found.Number,
            Service = subscription.Service,
            PriceId = subscription.PriceId,
            AgreedPrice = subscription.AgreedPrice,
            Period = found.Plan.Period,
            Payment = found.Plan.Payment,
            Speed = found.Plan.Speed,
            NightPercent = subscription.NightPercent,
            InstallationFee = subscription.InstallationFee,
            AutoRenew = subscription.AutoRenew,
            ContractEndsOn = subscription.ContractEndsOn,
            NextPeriodOn = subscription.Lifecycle == AccessLifecycle.Terminated ? null : SubscriptionMoves.NextPeriodOf(subscription, found.Plan.Period, today),
            Address = subscription.Address,
            Latitude = subscription.Latitude,
            Longitude = subscription.Longitude,
            Note = subscription.Note,
            FixedAddress = found.Wanted.FixedAddress,
            CallerId = found.Wanted.CallerId,
            PasswordIsKnown = found.Wanted.Password is not null,
            LineState = found.Wanted.State,
            AppliedState = found.Applied,
            CreatedAtUtc = subscription.CreatedAtUtc,
            CreatedBy = subscription.CreatedBy,
            ActivatedAtUtc = subscription.ActivatedAtUtc,
            TerminatedAtUtc = subscription.TerminatedAtUtc,
            TerminationReason = subscription.TerminationReason,
            Holds = await context.Set<SubscriptionHold>().AsNoTracking().Where(h => h.SubscriptionId == subscriptionId).OrderBy(h => h.SinceUtc)
                .Select(h => new SubscriptionHoldRow(h.Kind, h.SinceUtc, h.ActorName, h.Reason)).ToListAsync(cancellationToken),
            Terms = await (
                from term in context.Set<SubscriptionTerm>().AsNoTracking()
                join plan in context.Set<ServicePlan>() on term.PlanId equals plan.Id
                where term.SubscriptionId == subscriptionId
                orderby term.FromOn descending
                select new SubscriptionTermRow(term.FromOn, term.ToOn, term.PlanId, plan.Name, term.PriceId, term.AgreedPrice, term.Price, term.IsTrial)).ToListAsync(cancellationToken),
            AddOns = await (
                from bought in context.Set<SubscriptionAddOn>().AsNoTracking()
                join addOn in context.Set<PlanAddOn>() on bought.AddOnId equals addOn.Id
                where bought.SubscriptionId == subscriptionId
                orderby bought.ToOn == null descending, bought.FromOn descending, bought.Id
                select new SubscriptionAddOnRow(
                    bought.Id, bought.AddOnId, addOn.Code, addOn.Name, addOn.Kind, bought.Quantity, bought.Price, bought.IsOneTime, bought.FromOn, bought.ToOn, bought.CreatedBy)
                {
                    SpeedPercent = addOn.SpeedPercent,
                    NightFrom = addOn.NightFrom,
                    NightTo = addOn.NightTo,
                    ReconnectsSessions = addOn.ReconnectsSessions,
                }).ToListAsync(cancellationToken),
            Promotions = await context.Set<SubscriptionPromotion>().AsNoTracking().Where(p => p.SubscriptionId == subscriptionId).OrderByDescending(p => p.FromOn)
                .Select(p => new SubscriptionPromotionRow(p.Id, p.PromotionId, p.Name, p.Kind, p.Percent, p.Amount, p.PayPeriods, p.GetPeriods, p.Periods, p.FromOn, p.ToOn, p.CreatedBy)).ToListAsync(cancellationToken),
            Pauses = await context.Set<SubscriptionPause>().AsNoTracking().Where(p => p.SubscriptionId == subscriptionId).OrderByDescending(p => p.FromOn)
                .Select(p => new SubscriptionPauseRow(p.Id, p.FromOn, p.ToOn, p.State, p.Reason, p.CreatedBy)).ToListAsync(cancellationToken),
            Changes = await ChangesAsync(context, subscriptionId, cancellationToken),
            Delivery = delivery is null ? null : RowOf(delivery),
        };
    }

    public async Task<Result<SubscriptionRow?>> FindByAccessAsync(Guid accessId, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await RowsOf(context, context.Set<Subscription>().AsNoTracking().Where(s => s.AccessId == accessId)).FirstOrDefaultAsync(cancellationToken);
    }

    public async Task<Result<Page<SubscriptionHistoryRow>>> ListHistoryAsync(Guid subscriptionId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var entries = context.Set<SubscriptionHistoryEntry>().AsNoTracking().Where(h => h.SubscriptionId == subscriptionId);
        var rows = await entries.OrderByDescending(h => h.AtUtc).ThenByDescending(h => h.Id).Skip(page.Skip).Take(page.Take)
            .Select(h => new SubscriptionHistoryRow(h.Id, h.AtUtc, h.Kind, h.EffectiveOn, h.Before, h.After, h.Reason, h.ActorName)).ToListAsync(cancellationToken);
        return Page<SubscriptionHistoryRow>.Of(rows, page, await entries.LongCountAsync(cancellationToken));
    }

    internal static IQueryable<Subscription> Narrow(PortalDbContext context, SubscriptionFilter filter, string? search, DateOnly today) =>
        Find(context, Filter(context, context.Set<Subscription>().AsNoTracking(), filter, today), search);

    internal static LongList<Subscription> ListOf(PortalDbContext context, SubscriptionFilter filter, PageRequest page, DateOnly today)
    {
        var search = page.SearchOrNull;
        return new LongList<Subscription>(context.Set<Subscription>().AsNoTracking(), rows => Filter(context, rows, filter, today), rows => Sort(rows, page))
        {
            IsInOrder = IsInOrder(filter, page),
            Search = search,
            LookUp = rows => Find(context, rows, search),
            Pick = Pick,
            Ask = rows => rows.Where(s => context.SearchEntriesHolding(search)
                .Where(e => e.CustomerId == s.CustomerId && (e.SubjectId == null || e.SubjectId == s.Id)).Select(e => (long?)e.Serial).FirstOrDefault() != null),
        };
    }

    // Status, plan, router and trials are in indexes by number; everything is in an index by each sort.
    private static bool IsInOrder(SubscriptionFilter filter, PageRequest page) =>
        filter == new SubscriptionFilter() || (page.Sort is not ("username" or "starts" or "ends" or "updated") && filter is { EndsWithinDays: null, Unsettled: false });

    private static IQueryable<Subscription> Filter(PortalDbContext context, IQueryable<Subscription> found, SubscriptionFilter filter, DateOnly today)
    {
        found = filter.Status is { } status ? found.Where(s => s.Status == status) : found;
        found = filter.PlanId is { } plan ? found.Where(s => s.PlanId == plan) : found;
        found = filter.RouterId is { } router ? found.Where(s => s.RouterId == router) : found;
        found = filter.CustomerId is { } customer ? found.Where(s => s.CustomerId == customer) : found;
        found = filter.BillingAccountId is { } account ? found.Where(s => s.BillingAccountId == account) : found;

        // Compared and not just named: SQLite reads an index for an equation only.
        found = filter.Trials ? found.Where(s => s.IsTrial == filter.Trials) : found;
        if (filter.EndsWithinDays is { } days)
        {
            var last = today.AddDays(Math.Clamp(days, 0, 3660));
            found = found.Where(s => s.EndsOn >= today && s.EndsOn <= last && s.Status != SubscriptionStatus.Terminated);
        }

        if (filter.Unsettled)
        {
            // Named one by one they are read in their index; nearly all are settled.
            var open = context.Set<LineDelivery>()
                .Where(d => d.State == LineDeliveryState.Pending || d.State == LineDeliveryState.Applying || d.State == LineDeliveryState.Failed || d.State == LineDeliveryState.Observed).Select(d => d.SubscriptionId);
            found = found.Where(s => open.Contains(s.Id));
        }

        return found;
    }

    /// <summary>Those of the entries, and all of the customers that were found themselves.</summary>
    private static IQueryable<Subscription> Find(PortalDbContext context, IQueryable<Subscription> subscriptions, string? search)
    {
        if (context.SearchEntriesWith(search) is not { } entries)
        {
            return subscriptions;
        }

        var customers = entries.Where(e => e.SubjectId == null).Select(e => e.CustomerId);
        var ids = entries.Where(e => e.SubjectId != null).Select(e => e.SubjectId!.Value)
            .Union(context.Set<Subscription>().Where(s => customers.Contains(s.CustomerId)).Select(s => s.Id));
        return subscriptions.Where(s => ids.Contains(s.Id));
    }

    private static IQueryable<Subscription> Pick(IQueryable<Subscription> subscriptions, IReadOnlyCollection<FoundEntry> found)
    {
        List<Guid> customers = [.. found.Where(e => e.SubjectId is null).Select(e => e.CustomerId)];
        List<Guid> ids = [.. found.Where(e => e.SubjectId is not null).Select(e => e.SubjectId!.Value)];
        return customers.Count == 0 ? subscriptions.Where(s => ids.Contains(s.Id)) : subscriptions.Where(s => ids.Contains(s.Id) || customers.Contains(s.CustomerId));
    }

    private static IOrderedQueryable<Subscription> Sort(IQueryable<Subscription> found, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("username", false) => found.OrderBy(s => s.Username).ThenBy(s => s.Id),
        ("username", true) => found.OrderByDescending(s => s.Username).ThenByDescending(s => s.Id),
        ("starts", false) => found.OrderBy(s => s.StartsOn).ThenBy(s => s.Id),
        ("starts", true) => found.OrderByDescending(s => s.StartsOn).ThenByDescending(s => s.Id),
        ("ends", false) => found.OrderBy(s => s.EndsOn).ThenBy(s => s.Id),
        ("ends", true) => found.OrderByDescending(s => s.EndsOn).ThenByDescending(s => s.Id),
        ("updated", false) => found.OrderBy(s => s.UpdatedAtUtc).ThenBy(s => s.Id),
        ("updated", true) => found.OrderByDescending(s => s.UpdatedAtUtc).ThenByDescending(s => s.Id),
        ("number", false) => found.OrderBy(s => s.Number),
        _ => found.OrderByDescending(s => s.Number),
    };

    private static IQueryable<SubscriptionRow> RowsOf(PortalDbContext context, IQueryable<Subscription> subscriptions) => subscriptions.Select(s => new SubscriptionRow(
        s.Id,
        s.Number,
        s.CustomerId,
        context.Set<Customer>().Where(c => c.Id == s.CustomerId).Select(c => c.CompanyName ?? c.Name).First(),
        s.AccessId,
        s.Username,
        s.PlanId,
        context.Set<ServicePlan>().Where(p => p.Id == s.PlanId).Select(p => p.Name).First(),
        s.RouterId,
        context.Set<Router>().Where(r => r.Id == s.RouterId).Select(r => r.Name).First(),
        s.Status,
        s.Holds,
        s.Price,
        s.IsTrial,
        s.StartsOn,
        s.EndsOn,
        context.Set<LineDelivery>().Where(d => d.SubscriptionId == s.Id).Select(d => (LineDeliveryState?)d.State).FirstOrDefault(),
        s.Version));

    private static async Task<IReadOnlyList<SubscriptionChangeRow>> ChangesAsync(PortalDbContext context, Guid subscriptionId, CancellationToken cancellationToken) => await (
        from change in context.Set<SubscriptionChange>().AsNoTracking()
        where change.SubscriptionId == subscriptionId && (change.State == SubscriptionChangeState.Scheduled || change.State == SubscriptionChangeState.Failed)
        orderby change.DueOn
        select new SubscriptionChangeRow(
            change.Id,
            change.Kind,
            change.DueOn,
            change.State,
            context.Set<ServicePlan>().Where(p => p.Id == change.PlanId).Select(p => p.Name).FirstOrDefault(),
            change.AgreedPrice ?? context.Set<PlanPrice>().Where(p => p.Id == change.PriceId).Select(p => (Core.Common.Money.Money?)p.Price).FirstOrDefault(),
            context.Set<Router>().Where(r => r.Id == change.RouterId).Select(r => r.Name).FirstOrDefault(),
            change.Reason,
            change.CreatedBy,
            change.ErrorCode)).Take(MostChanges).ToListAsync(cancellationToken);

    private static LineDeliveryRow RowOf(LineDelivery delivery) => new(
        delivery.State,
        delivery.WantedAtUtc,
        delivery.Reason,
        delivery.PlanId,
        delivery.ErrorCode is { } code ? new Error(code, ErrorKind.External) { Detail = delivery.ErrorDetail } : null,
        delivery.Attempts,
        delivery.NextTryAtUtc,
        delivery.SettledAtUtc);
}
