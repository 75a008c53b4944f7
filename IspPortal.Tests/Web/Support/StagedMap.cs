using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;

namespace IspPortal.Tests.Web.Support;

/// <summary>The staged network's routers on a map without customers and plant.</summary>
internal sealed class StagedMap(StagedNetwork network) : IMapView
{
    public async Task<Result<GeoBox?>> WholeAsync(CancellationToken cancellationToken) => Result.Of(GeoBox.Around([.. (await RoutersAsync(cancellationToken)).Select(r => r.Point)]));

    public async Task<Result<MapView>> ViewAsync(MapViewRequest request, CancellationToken cancellationToken) =>
        new MapView([], await RoutersAsync(cancellationToken), [], [], 0, [], new MapCounts(new int[MapLineStates.Count], 0, 0, 0, 0, 0), DateTime.UnixEpoch);

    public async Task<Result<IReadOnlyList<MapFound>>> FindAsync(string text, CancellationToken cancellationToken) => Result.Of<IReadOnlyList<MapFound>>(
        [.. (await RoutersAsync(cancellationToken)).Where(r => r.Name.Contains(text, StringComparison.OrdinalIgnoreCase)).Select(r => new MapFound(MapFoundKind.Router, r.Id, r.Name, null, null, r.Point))]);

    public Task<Result<IReadOnlyList<MapLineRow>>> LinesInAsync(GeoBox box, MapLineFilter filter, CancellationToken cancellationToken) => Task.FromResult(Result.Of<IReadOnlyList<MapLineRow>>([]));

    public Task<Result<MapLineDetails>> LineAsync(Guid accessId, CancellationToken cancellationToken) => Task.FromResult<Result<MapLineDetails>>(MapViewErrors.NotFound);

    public Task<Result<MapNodeDetails>> NodeAsync(Guid nodeId, CancellationToken cancellationToken) => Task.FromResult<Result<MapNodeDetails>>(MapViewErrors.NotFound);

    public Task<Result<MapWayDetails>> WayAsync(Guid wayId, CancellationToken cancellationToken) => Task.FromResult<Result<MapWayDetails>>(MapViewErrors.NotFound);

    private async Task<List<MapRouterMark>> RoutersAsync(CancellationToken cancellationToken) =>
        [.. ((await network.ListPlacedAsync(cancellationToken)).ValueOr(null) ?? []).Select(r => new MapRouterMark(r.Id, r.Name, new GeoPoint(r.Latitude!.Value, r.Longitude!.Value), r.State, r.DownBitsPerSecond))];
}
