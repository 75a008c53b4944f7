using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Isolir;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network;

/// <summary>Routers are few (hundreds) and most of what lists sort by is live: rows are joined and ordered in memory.</summary>
internal sealed class RouterDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, ILiveRouters live) : IRouterDirectory
{
    public async Task<Result<Page<RouterRow>>> ListAsync(RouterFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        var rows = await RowsAsync(cancellationToken);
        var found = rows
            .Where(r => filter.State is null || r.State == filter.State)
            .Where(r => page.SearchOrNull is not { } text || Matches(r, text));
        var sorted = Sort(found, page).ToList();
        return Page<RouterRow>.Of([.. sorted.Skip(page.Skip).Take(page.Take)], page, sorted.Count);
    }

    public async Task<Result<RouterDetails>> GetAsync(Guid routerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var router = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        if (router is null)
        {
            return NetworkErrors.RouterNotFound;
        }

        var partner = router.TwinRouterId is { } twin ? await context.Set<Router>().Where(r => r.Id == twin).Select(r => r.Name).FirstOrDefaultAsync(cancellationToken) : null;
        bool? isolirIsProven = await context.Set<IsolirCheckRecord>().Where(check => check.RouterId == routerId).Select(check => (bool?)check.IsProven).FirstOrDefaultAsync(cancellationToken);
        return new RouterDetails(
            ToRow(router, isolirIsProven), router.Username, router.PinnedCertificateSha256, router.Notes, router.CountersEverySeconds, router.SessionsEverySeconds, router.CreatedAtUtc)
            {
                CapacityMegabits = router.CapacityMegabits,
                CapacitySessions = router.CapacitySessions,
                ObservesSinceUtc = router.ObservesSinceUtc,
                TwinRouterId = router.TwinRouterId,
                TwinRouterName = partner,
                TwinMode = router.TwinRouterId is null ? null : router.TwinMode,
            };
    }

    public async Task<Result<IReadOnlyList<RouterRow>>> ListPlacedAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.RoutersRead) is { } denied)
        {
            return denied;
        }

        var rows = await RowsAsync(cancellationToken);
        return rows.Where(r => r is { Latitude: not null, Longitude: not null }).OrderBy(r => r.Name, StringComparer.OrdinalIgnoreCase).ToList();
    }

    private static bool Matches(RouterRow row, string text)
    {
        return Has(row.Name) || Has(row.Host) || Has(row.Site) || Has(row.Identity) || Has(row.Tags);

        bool Has(string? value) => value is not null && value.Contains(text, StringComparison.OrdinalIgnoreCase);
    }

    private static IEnumerable<RouterRow> Sort(IEnumerable<RouterRow> rows, PageRequest page)
    {
        Func<RouterRow, object?> key = page.Sort switch
        {
            "host" => r => r.Host,
            "site" => r => r.Site,
            "state" => r => r.State,
            "version" => r => RouterOs.RouterOsVersion.TryParse(r.RouterOsVersion, out var version) ? version : null,
            "cpu" => r => r.CpuPercent,
            "sessions" => r => r.Sessions,
            "down" => r => r.DownBitsPerSecond,
            "up" => r => r.UpBitsPerSecond,
            "lastSeen" => r => r.LastGoodPollAtUtc,
            _ => r => r.Name,
        };
        var comparer = Comparer<object?>.Create(static (a, b) => a is string x && b is string y
            ? StringComparer.OrdinalIgnoreCase.Compare(x, y)
            : Comparer<object?>.Default.Compare(a, b));
        var sorted = page.Descending ? rows.OrderByDescending(key, comparer) : rows.OrderBy(key, comparer);
        return sorted.ThenBy(r => r.Name, StringComparer.OrdinalIgnoreCase);
    }

    private async Task<List<RouterRow>> RowsAsync(CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var routers = await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null).ToListAsync(cancellationToken);
        var kits = await context.Set<IsolirCheckRecord>().AsNoTracking().ToDictionaryAsync(check => check.RouterId, check => check.IsProven, cancellationToken);
        return [.. routers.Select(router => ToRow(router, kits.TryGetValue(router.Id, out var proven) ? proven : null))];
    }

    private RouterRow ToRow(Router router, bool? isolirIsProven)
    {
        var status = router.Enabled ? live.StatusOf(router.Id) : null;
        return new RouterRow(
            router.Id,
            router.Name,
            router.Host,
            router.Port,
            router.UseTls,
            router.Site,
            router.Latitude,
            router.Longitude,
            !router.Enabled ? RouterState.Disabled : status?.State ?? RouterState.Unknown,
            status?.ErrorCode,
            status?.Identity ?? router.Identity,
            status?.RouterOsVersion ?? router.RouterOsVersion,
            status?.Board ?? router.Board,
            status?.CpuPercent,
            status?.MemoryPercent,
            status?.Uptime,
            status?.Sessions,
            status?.DownBitsPerSecond,
            status?.UpBitsPerSecond,
            status?.ApiBusyPercent,
            status?.LastGoodPollAtUtc ?? router.LastGoodPollAtUtc,
            router.Version)
        {
            Tags = router.Tags,
            TwinRouterId = router.TwinRouterId,
            Isolir = isolirIsProven switch { null => IsolirKitState.Unchecked, true => IsolirKitState.Green, false => IsolirKitState.Red },
        };
    }
}
