using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Live;

/// <summary>
/// What a map shows of customers, routers and the plant. Everything needs <see cref="MappingPermissions.MapRead"/>. Where single customers live is for those who may see subscriptions or customers;
/// their names are for those who may see customers.
/// </summary>
public interface IMapView
{
    /// <summary>The box around all that has a place; null when nothing has.</summary>
    Task<Result<GeoBox?>> WholeAsync(CancellationToken cancellationToken);

    /// <summary>What to draw in a view, with its counts; <see cref="MapViewErrors.BadBox"/>. A little more than the view is drawn, so that a small pan shows no empty edge.</summary>
    Task<Result<MapView>> ViewAsync(MapViewRequest request, CancellationToken cancellationToken);

    /// <summary>Up to 12 lines (by user name, number and customer), routers, nodes, cables and radio links that have a place and whose names contain <paramref name="text"/>; those that begin with it first.</summary>
    Task<Result<IReadOnlyList<MapFound>>> FindAsync(string text, CancellationToken cancellationToken);

    /// <summary>The lines within a box, by their labels: at most 100, for places that no zoom takes apart; <see cref="MapViewErrors.BadBox"/>. None for readers who may not know where customers live.</summary>
    Task<Result<IReadOnlyList<MapLineRow>>> LinesInAsync(GeoBox box, MapLineFilter filter, CancellationToken cancellationToken);

    /// <summary>One line, whether it has a place or not; <see cref="MapViewErrors.NotFound"/>.</summary>
    Task<Result<MapLineDetails>> LineAsync(Guid accessId, CancellationToken cancellationToken);

    /// <summary>One node of the plant; <see cref="MapViewErrors.NotFound"/>.</summary>
    Task<Result<MapNodeDetails>> NodeAsync(Guid nodeId, CancellationToken cancellationToken);

    /// <summary>One cable or radio link; <see cref="MapViewErrors.NotFound"/>.</summary>
    Task<Result<MapWayDetails>> WayAsync(Guid wayId, CancellationToken cancellationToken);
}
