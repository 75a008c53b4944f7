using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Infrastructure.Mapping.Plant;

namespace IspPortal.Infrastructure.Mapping.Catalog;

internal sealed class PlantCatalog(ICurrentActor actor, PlantAtlas atlas, TimeProvider clock) : IPlantCatalog
{
    public async Task<Result<Page<SiteRow>>> ListSitesAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        var sites = plant.Nodes.Values.Where(n => IsSite(n) && Has(page, n.Name, n.Area));
        var sorted = page.Sort == "area" ? By(sites, n => n.Area ?? "", page.Descending) : By(sites, n => n.NameKey, page.Descending);
        return Cut(sorted.ThenBy(n => n.NameKey, StringComparer.Ordinal), page, n => RowOf(plant, n));
    }

    public async Task<Result<SiteRow>> GetSiteAsync(Guid siteId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        return plant.Nodes.TryGetValue(siteId, out var site) && IsSite(site) ? RowOf(plant, site) : MappingErrors.SiteNotFound;
    }

    public async Task<Result<Page<OdpRow>>> ListOdpsAsync(OdpFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        var now = clock.UtcNow();
        var odps = plant.Nodes.Values.Where(n => n.Kind == PlantNodeKind.Odp && Has(page, n.Name, n.Area) && (filter.Area is null || string.Equals(n.Area, filter.Area, StringComparison.OrdinalIgnoreCase)))
            .Select(n => (Odp: n, Stock: PortStock.Of(plant, n, now)))
            .Where(o => (filter.HasFree is null || o.Stock.Free > 0 == filter.HasFree) && (filter.NeedsLooking is null || o.Stock.Broken + o.Stock.Unknown > 0 == filter.NeedsLooking));
        var sorted = page.Sort switch
        {
            "area" => By(odps, o => o.Odp.Area ?? "", page.Descending),
            "free" => By(odps, o => o.Stock.Free, page.Descending),
            "fill" => By(odps, o => o.Stock.FillPercent, page.Descending),
            _ => By(odps, o => o.Odp.NameKey, page.Descending),
        };
        return Cut(sorted.ThenBy(o => o.Odp.NameKey, StringComparer.Ordinal), page, o => RowOf(o.Odp, o.Stock));
    }

    public async Task<Result<OdpRow>> GetOdpAsync(Guid odpId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        return plant.Nodes.TryGetValue(odpId, out var odp) && odp.Kind == PlantNodeKind.Odp ? RowOf(odp, PortStock.Of(plant, odp, clock.UtcNow())) : MappingErrors.OdpNotFound;
    }

    public async Task<Result<IReadOnlyList<string>>> ListAreasAsync(CancellationToken cancellationToken) => actor.Deny(MappingPermissions.MapRead) is { } denied
        ? denied
        : Result.Of<IReadOnlyList<string>>(
        [
            .. (await atlas.GetAsync(cancellationToken)).Nodes.Values.Where(n => n.Kind == PlantNodeKind.Odp).Select(n => n.Area).OfType<string>().Distinct(StringComparer.OrdinalIgnoreCase).Order(StringComparer.OrdinalIgnoreCase),
        ]);

    public async Task<Result<Page<CableRow>>> ListCablesAsync(CableFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        var cables = (filter.NodeId is { } node ? plant.CablesAt(node).Distinct() : plant.Cables.Values)
            .Where(c => (filter.IsOwn is null || c.Owner is null == filter.IsOwn) && Has(page, c.Name, c.Owner, plant.Nodes[c.FromNodeId].Name, plant.Nodes[c.ToNodeId].Name));
        var sorted = page.Sort switch
        {
            "length" => By(cables, c => c.LengthMetres, page.Descending),
            "cores" => By(cables, c => c.Cores, page.Descending),
            _ => By(cables, c => PlantNode.KeyOf(c.Name), page.Descending),
        };
        return Cut(sorted.ThenBy(c => c.Name, StringComparer.Ordinal), page, c => RowOf(plant, c));
    }

    public async Task<Result<CableRow>> GetCableAsync(Guid cableId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var plant = await atlas.GetAsync(cancellationToken);
        return plant.Cables.TryGetValue(cableId, out var cable) ? RowOf(plant, cable) : MappingErrors.CableNotFound;
    }

    private static bool IsSite(PlantNode node) => node.Kind is PlantNodeKind.Site or PlantNodeKind.Tower;

    private static bool Has(PageRequest page, params string?[] texts) => page.SearchOrNull is not { } search || Array.Exists(texts, text => text?.Contains(search, StringComparison.OrdinalIgnoreCase) == true);

    private static IOrderedEnumerable<T> By<T, TKey>(IEnumerable<T> rows, Func<T, TKey> key, bool isDescending) => isDescending ? rows.OrderByDescending(key) : rows.OrderBy(key);

    private static Page<TRow> Cut<T, TRow>(IEnumerable<T> sorted, PageRequest page, Func<T, TRow> row)
    {
        List<T> all = [.. sorted];
        return Page<TRow>.Of([.. all.Skip(page.Skip).Take(page.Take).Select(row)], page, all.Count);
    }

    private static SiteRow RowOf(PlantImage plant, PlantNode site) => new(
        site.Id,
        site.Kind,
        site.Name,
        site.Latitude,
        site.Longitude,
        site.Area,
        site.Note,
        plant.Nodes.Values.Count(n => n.Kind == PlantNodeKind.Olt && n.SiteId == site.Id),
        plant.SiteOfRouter.Values.Count(id => id == site.Id),
        site.Version);

    private static OdpRow RowOf(PlantNode odp, PortStock stock) => new(odp.Id, odp.Name, odp.Latitude, odp.Longitude, odp.Area, odp.Note, odp.SplitterOutputs, stock, odp.Version);

    private static CableRow RowOf(PlantImage plant, PlantCable cable) => new(
        cable.Id, cable.Name, cable.FromNodeId, plant.Nodes[cable.FromNodeId].Name, cable.ToNodeId, plant.Nodes[cable.ToNodeId].Name, cable.Cores, cable.CoresPerTube, cable.LengthMetres, cable.Owner);
}
