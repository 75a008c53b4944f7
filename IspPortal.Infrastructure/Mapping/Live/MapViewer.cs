using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Infrastructure.Mapping.Live;

internal sealed class MapViewer(MapAtlas atlas, ILiveRouters live, ICurrentActor actor, TimeProvider clock) : IMapView
{
    private const int MostAtOnePlace = 100;

    public async Task<Result<GeoBox?>> WholeAsync(CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        return Result.Of((await atlas.GetAsync(cancellationToken)).Scene.Whole);
    }

    public async Task<Result<MapView>> ViewAsync(MapViewRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        if (!request.Box.IsValid || request.Zoom is < 0 or > MapTile.MostZoom)
        {
            return MapViewErrors.BadBox;
        }

        return new MapDrawing(await atlas.GetAsync(cancellationToken), live, new MapReader(actor.Actor), request).Draw(clock.UtcNow());
    }

    public async Task<Result<IReadOnlyList<MapFound>>> FindAsync(string text, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        return PlainText.Refuse(text, "text") is { } refused ? refused : Result.Of(MapSearch.Find((await atlas.GetAsync(cancellationToken)).Scene, new MapReader(actor.Actor), text));
    }

    public async Task<Result<IReadOnlyList<MapLineRow>>> LinesInAsync(GeoBox box, MapLineFilter filter, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        if (!box.IsValid)
        {
            return MapViewErrors.BadBox;
        }

        var states = await atlas.GetAsync(cancellationToken);
        var reader = new MapReader(actor.Actor);
        return Result.Of<IReadOnlyList<MapLineRow>>(!reader.SeesLines ? [] : [.. states.Scene.Placed.Index()
            .Where(l => box.Holds(l.Item.Point) && LineMatch.Of(l.Item.Line, states.Of[l.Index], filter))
            .Select(l => new MapLineRow(l.Item.Line.AccessId, reader.LabelOf(l.Item.Line), states.Of[l.Index]))
            .OrderBy(l => l.Label, StringComparer.OrdinalIgnoreCase).Take(MostAtOnePlace)]);
    }

    public async Task<Result<MapLineDetails>> LineAsync(Guid accessId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var scene = (await atlas.GetAsync(cancellationToken)).Scene;
        return new MapReader(actor.Actor) is { SeesLines: true } reader && scene.Lines.Lines.TryGetValue(accessId, out var line)
            ? MapPanels.Of(scene, line, atlas.StateOf(line), LinePresence.SessionOf(live, accessId, line.RouterId, line.Others), reader)
            : MapViewErrors.NotFound;
    }

    public async Task<Result<MapNodeDetails>> NodeAsync(Guid nodeId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        var scene = (await atlas.GetAsync(cancellationToken)).Scene;
        return scene.Plant.Nodes.TryGetValue(nodeId, out var node) ? MapPanels.Of(scene, node, atlas.StateOf, new MapReader(actor.Actor)) : MapViewErrors.NotFound;
    }

    public async Task<Result<MapWayDetails>> WayAsync(Guid wayId, CancellationToken cancellationToken)
    {
        if (actor.Deny(MappingPermissions.MapRead) is { } denied)
        {
            return denied;
        }

        return MapPanels.OfWay((await atlas.GetAsync(cancellationToken)).Scene.Plant, wayId) is { } way ? way : MapViewErrors.NotFound;
    }
}
