using System.Text.Json;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>Reads pools as they were last read from routers. The caller has checked the permission.</summary>
internal sealed class PoolDirectory(IDbContextFactory<PortalDbContext> contexts, ISettingsReader<AddressingSettings> settings, TimeProvider clock)
{
    /// <summary>What hands out a pool.</summary>
    public static IReadOnlyList<PoolUser> UsersOf(AddressPool pool) => pool.UsersJson is { } json ? JsonSerializer.Deserialize<List<PoolUser>>(json) ?? [] : [];

    public async Task<IReadOnlyList<AddressRouterRow>> ListRoutersAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await (
            from router in context.Set<Router>().AsNoTracking()
            where router.Enabled && router.RemovedAtUtc == null
            join reading in context.Set<AddressReading>() on router.Id equals reading.RouterId into readings
            from reading in readings.DefaultIfEmpty()
            orderby router.Name
            select new AddressRouterRow(
                router.Id,
                router.Name,
                reading.ReadAtUtc,
                reading.ErrorCode,
                reading.ErrorDetail,
                context.Set<AddressPool>().Count(p => p.RouterId == router.Id),
                context.Set<AddressPool>().Count(p => p.RouterId == router.Id && p.AboveSinceUtc != null),
                context.Set<AddressConflict>().Count(c => c.OpenKey != null && c.IntendedBy == null && c.Parties.Any(p => p.RouterId == router.Id)))).ToListAsync(cancellationToken);
    }

    public async Task<Page<AddressPoolRow>> ListAsync(AddressPoolFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        // What was to be read twice since and was not is old, whatever the reason.
        var oldBefore = clock.UtcNow() - TimeSpan.FromMinutes((2 * (await settings.GetAsync(cancellationToken)).ReadEveryMinutes) + 5);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var rows =
            from pool in Narrow(context.Set<AddressPool>().AsNoTracking(), filter, page.SearchOrNull)
            join router in context.Set<Router>() on pool.RouterId equals router.Id
            where router.RemovedAtUtc == null
            select new Joined
            {
                Pool = pool,
                RouterName = router.Name,
                IsStale = !router.Enabled || pool.ReadAtUtc < oldBefore || context.Set<AddressReading>().Any(r => r.RouterId == pool.RouterId && r.ErrorCode != null),
            };
        var count = await rows.LongCountAsync(cancellationToken);
        var found = await Sort(rows, page).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        var ids = found.Select(f => f.Pool.Id).ToList();
        var fixedIn = await (
            from range in context.Set<AddressPoolRange>()
            from entry in AssignmentDirectory.Owned(context).Concat(AssignmentDirectory.Found(context))
            where ids.Contains(range.PoolId) && entry.RouterId == range.RouterId && range.FromAddress <= entry.Address && entry.Address <= range.ToAddress
            group entry by range.PoolId into g
            select new { g.Key, Count = g.Select(e => e.Address).Distinct().Count() }).ToDictionaryAsync(g => g.Key, g => g.Count, cancellationToken);
        return Page<AddressPoolRow>.Of([.. found.Select(f => RowOf(f, fixedIn.GetValueOrDefault(f.Pool.Id)))], page, count);
    }

    private static IQueryable<AddressPool> Narrow(IQueryable<AddressPool> pools, AddressPoolFilter filter, string? search)
    {
        if (filter.RouterId is { } routerId)
        {
            pools = pools.Where(p => p.RouterId == routerId);
        }

        if (filter.Family is { } family)
        {
            pools = pools.Where(p => p.Family == family);
        }

        if (filter.NearlyFull is { } full)
        {
            pools = pools.Where(p => p.AboveSinceUtc != null == full);
        }

        if (search?.ToLowerInvariant() is { } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            pools = pools.Where(p => p.Name.ToLower().Contains(text) || p.Ranges.Contains(text) || (p.Comment != null && p.Comment.ToLower().Contains(text)));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        return pools;
    }

    // A share that nobody knows stands at the end of both directions.
    private static IOrderedQueryable<Joined> Sort(IQueryable<Joined> rows, PageRequest page) => ((page.Sort, page.Descending) switch
    {
        ("name", false) => rows.OrderBy(r => r.Pool.Name).ThenBy(r => r.RouterName),
        ("name", true) => rows.OrderByDescending(r => r.Pool.Name).ThenBy(r => r.RouterName),
        ("router", false) => rows.OrderBy(r => r.RouterName).ThenBy(r => r.Pool.Name),
        ("router", true) => rows.OrderByDescending(r => r.RouterName).ThenBy(r => r.Pool.Name),
        ("size", false) => rows.OrderBy(r => r.Pool.Size == null).ThenBy(r => r.Pool.Size).ThenBy(r => r.Pool.Name),
        ("size", true) => rows.OrderBy(r => r.Pool.Size == null).ThenByDescending(r => r.Pool.Size).ThenBy(r => r.Pool.Name),
        ("read", false) => rows.OrderBy(r => r.Pool.ReadAtUtc).ThenBy(r => r.Pool.Name),
        ("read", true) => rows.OrderByDescending(r => r.Pool.ReadAtUtc).ThenBy(r => r.Pool.Name),
        ("used", false) => rows.OrderBy(r => r.Pool.UsedPermille == null).ThenBy(r => r.Pool.UsedPermille).ThenBy(r => r.Pool.Name),
        _ => rows.OrderBy(r => r.Pool.UsedPermille == null).ThenByDescending(r => r.Pool.UsedPermille).ThenBy(r => r.Pool.Name),
    }).ThenBy(r => r.Pool.Id);

    private static AddressPoolRow RowOf(Joined joined, int fixedAddresses)
    {
        var pool = joined.Pool;
        return new AddressPoolRow(
            pool.Id,
            pool.RouterId,
            joined.RouterName,
            pool.Family,
            pool.Name,
            pool.Ranges,
            pool.NextPool,
            pool.Comment,
            UsersOf(pool),
            pool.Size,
            pool.Used,
            pool.Size - pool.Used,
            PercentOf(pool.Used, pool.Size),
            PercentOf(pool.ChainUsed, pool.ChainSize),
            pool.AboveSinceUtc,
            fixedAddresses,
            pool.ReadAtUtc,
            joined.IsStale);
    }

    private static double? PercentOf(long? used, long? size) => used is { } u && size is > 0 and var s ? Math.Round(100.0 * u / s, 1) : null;

    private sealed class Joined
    {
        public required AddressPool Pool { get; init; }

        public required string RouterName { get; init; }

        public bool IsStale { get; init; }
    }
}
