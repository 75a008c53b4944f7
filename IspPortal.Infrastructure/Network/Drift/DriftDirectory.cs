using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Drift;

/// <summary>Reads differences. The caller has checked the permission.</summary>
internal sealed class DriftDirectory(IDbContextFactory<PortalDbContext> contexts)
{
    public async Task<Result<Page<DriftRow>>> ListAsync(DriftFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows =
            from item in Narrow(context, page.SearchOrNull is { } text ? filter with { Search = text } : filter).AsNoTracking()
            join router in context.Set<Router>() on item.RouterId equals router.Id
            select new Joined
            {
                Item = item,
                RouterName = router.Name,
                IsStale = context.Set<DriftCheck>().Any(c => c.RouterId == item.RouterId && c.ErrorCode != null),
                KeptBy = context.Set<DesiredAccessRecord>().Where(w => w.AccessId == item.AccessId).Select(w => w.KeptBy).FirstOrDefault(),
            };
        var count = await rows.LongCountAsync(cancellationToken);
        var found = await Sort(rows, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<DriftRow>.Of([.. found.Select(RowOf)], page, count);
    }

    public async Task<IReadOnlyList<DriftRouterRow>> ListRoutersAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from check in context.Set<DriftCheck>().AsNoTracking()
            join router in context.Set<Router>() on check.RouterId equals router.Id
            where router.RemovedAtUtc == null
            orderby router.Name
            select new DriftRouterRow(
                check.RouterId,
                router.Name,
                check.TriedAtUtc,
                check.ReadAtUtc,
                check.ErrorCode,
                check.ErrorDetail,
                context.Set<DriftItem>().Count(d => d.RouterId == check.RouterId && d.IgnoredBy == null),
                context.Set<DriftItem>().Count(d => d.RouterId == check.RouterId && d.IgnoredBy != null))).ToListAsync(cancellationToken);
    }

    public async Task<DriftPreview> PreviewAsync(DriftFilter selection, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var items = Narrow(context, selection).AsNoTracking();
        var costs = await items.Where(d => d.CostKind != null && d.MonthlyCost != null).GroupBy(d => new { d.CostKind, d.MonthlyCost }).Select(g => new { g.Key.CostKind, g.Key.MonthlyCost, Count = g.Count() }).ToListAsync(cancellationToken);
        Money Sum(DriftCostKind kind) => costs.Where(c => c.CostKind == kind).Aggregate(Money.Zero, (sum, c) => sum + (c.MonthlyCost!.Value * c.Count));
        return new DriftPreview(
            await items.CountAsync(cancellationToken),
            await items.Select(d => d.RouterId).Distinct().CountAsync(cancellationToken),
            await items.CountAsync(d => d.CanApply, cancellationToken),
            await items.CountAsync(d => d.CanAdopt, cancellationToken),
            Sum(DriftCostKind.Unpaid),
            Sum(DriftCostKind.Unserved),
            costs.Sum(c => c.Count),
            await Kept(context, items).CountAsync(cancellationToken));
    }

    public async Task<List<DriftItem>> SelectAsync(DriftFilter selection, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Narrow(context, selection).AsNoTracking().OrderBy(d => d.Id).ToListAsync(cancellationToken);
    }

    /// <summary>How many of the differences are of lines whose values a subscription keeps.</summary>
    public async Task<int> CountKeptAsync(DriftFilter selection, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await Kept(context, Narrow(context, selection)).CountAsync(cancellationToken);
    }

    /// <summary>What routers are called, by their ids.</summary>
    public async Task<IReadOnlyDictionary<Guid, string>> NamesAsync(IEnumerable<Guid> routerIds, CancellationToken cancellationToken)
    {
        var ids = routerIds.ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Router>().AsNoTracking().Where(r => ids.Contains(r.Id)).ToDictionaryAsync(r => r.Id, r => r.Name, cancellationToken);
    }

    /// <summary>The differences that a filter means; those of routers that were taken out are nobody's business any more.</summary>
    public static IQueryable<DriftItem> Narrow(PortalDbContext context, DriftFilter filter)
    {
        var items = context.Set<DriftItem>().Where(d => !context.Set<Router>().Any(r => r.Id == d.RouterId && r.RemovedAtUtc != null));
        if (filter.Search?.Trim().ToLowerInvariant() is { Length: > 0 } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            items = items.Where(d => d.Key.ToLower().Contains(text) || d.ChangedBy!.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        if (filter.Kind is { } kind)
        {
            items = items.Where(d => d.Kind == kind);
        }

        if (filter.RouterId is { } routerId)
        {
            items = items.Where(d => d.RouterId == routerId);
        }

        if (filter.Ignored is { } ignored)
        {
            items = items.Where(d => d.IgnoredBy != null == ignored);
        }

        if (filter.ChangedBy is { } author)
        {
            items = items.Where(d => d.ChangedBy == author);
        }

        if (filter.Ids is { } ids)
        {
            var wanted = ids.ToList();
            items = items.Where(d => wanted.Contains(d.Id));
        }

        return items;
    }

    private static IQueryable<DriftItem> Kept(PortalDbContext context, IQueryable<DriftItem> items) =>
        items.Where(d => d.Kind == DriftKind.Changed && context.Set<DesiredAccessRecord>().Any(w => w.AccessId == d.AccessId && w.KeptBy != null));

    private static IOrderedQueryable<Joined> Sort(IQueryable<Joined> rows, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("key", false) => rows.OrderBy(r => r.Item.Key).ThenBy(r => r.Item.Id),
        ("key", true) => rows.OrderByDescending(r => r.Item.Key).ThenBy(r => r.Item.Id),
        ("router", false) => rows.OrderBy(r => r.RouterName).ThenBy(r => r.Item.Key).ThenBy(r => r.Item.Id),
        ("router", true) => rows.OrderByDescending(r => r.RouterName).ThenBy(r => r.Item.Key).ThenBy(r => r.Item.Id),
        ("kind", false) => rows.OrderBy(r => r.Item.Kind).ThenBy(r => r.Item.Key).ThenBy(r => r.Item.Id),
        ("kind", true) => rows.OrderByDescending(r => r.Item.Kind).ThenBy(r => r.Item.Key).ThenBy(r => r.Item.Id),
        ("changed", false) => rows.OrderBy(r => r.Item.ChangedAtUtc == null).ThenBy(r => r.Item.ChangedAtUtc).ThenBy(r => r.Item.Id),
        ("changed", true) => rows.OrderBy(r => r.Item.ChangedAtUtc == null).ThenByDescending(r => r.Item.ChangedAtUtc).ThenBy(r => r.Item.Id),
        ("cost", false) => rows.OrderBy(r => r.Item.MonthlyCost == null).ThenBy(r => r.Item.MonthlyCost).ThenBy(r => r.Item.Id),
        ("cost", true) => rows.OrderBy(r => r.Item.MonthlyCost == null).ThenByDescending(r => r.Item.MonthlyCost).ThenBy(r => r.Item.Id),
        ("firstSeen", false) => rows.OrderBy(r => r.Item.FirstSeenAtUtc).ThenBy(r => r.Item.Id),
        _ => rows.OrderByDescending(r => r.Item.FirstSeenAtUtc).ThenBy(r => r.Item.Key).ThenBy(r => r.Item.Id),
    };

    private static DriftRow RowOf(Joined joined)
    {
        var item = joined.Item;
        return new(
            item.Id, item.RouterId, joined.RouterName, item.Kind, item.Menu, item.Key, item.AccessId, PlanJson.Read(item.OnRouterJson), PlanJson.Read(item.InPortalJson),
            item.CanApply, item.CanAdopt, item.FirstSeenAtUtc, item.LastSeenAtUtc, joined.IsStale, item.IgnoredBy, item.IgnoreReason,
            item.ChangedBy, item.ChangedFrom, item.ChangedAtUtc, item.ChangedByIsGuess, item.CostKind, item.MonthlyCost)
        {
            KeptBy = joined.KeptBy,
        };
    }

    private sealed class Joined
    {
        public required DriftItem Item { get; init; }

        public required string RouterName { get; init; }

        public bool IsStale { get; init; }

        public string? KeptBy { get; init; }
    }
}
