using IspPortal.Core.Mapping.Clusters;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Infrastructure.Mapping.Live;

/// <summary>One view, drawn once.</summary>
internal sealed class MapDrawing(MapStates states, ILiveRouters live, MapReader reader, MapViewRequest request)
{
    /// <summary>So much more than the view is drawn on each side.</summary>
    private const double Margin = 0.2;

    private readonly MapScene _scene = states.Scene;
    private readonly GeoBox _drawn = request.Box.Padded(Margin);
    private readonly List<(int Place, MapLineState State)> _lines = [];
    private readonly int[] _counts = new int[MapLineStates.Count];
    private int _covered;

    public MapView Draw(DateTime asOfUtc)
    {
        ChooseLines();
        var (ways, leftOut) = Wants(MapLayers.Ways) ? Ways() : ([], 0);
        return new MapView(
            Wants(MapLayers.Lines) && reader.SeesLines ? Lines() : [],
            Wants(MapLayers.Routers) ? Routers() : [],
            Wants(MapLayers.Nodes) ? Nodes() : [],
            ways,
            leftOut,
            request.Heat == MapHeat.None || !reader.SeesLines ? [] : MapHeatMap.Of(Warmth(), request.Zoom, MapZooms.MostHeat),
            Counts(),
            asOfUtc);
    }

    private bool Wants(MapLayers layer) => request.Layers.HasFlag(layer);

    // Counted is whatever else is wanted but the state: the legend tells of every state what a click on it would leave.
    private void ChooseLines()
    {
        var placed = _scene.Placed;
        var others = request.Lines with { State = null };
        for (var i = 0; i < placed.Length; i++)
        {
            ref readonly var line = ref placed[i];
            var state = states.Of[i];
            if (!_drawn.Holds(line.Point) || !LineMatch.Of(line.Line, state, others))
            {
                continue;
            }

            if (request.Lines.State is null || request.Lines.State == state)
            {
                _lines.Add((i, state));
            }

            if (request.Box.Holds(line.Point))
            {
                _counts[(int)state]++;
                _covered += line.IsCovered ? 1 : 0;
            }
        }
    }

    private List<MapLineMark> Lines()
    {
        var marks = _lines.Select(l => new MapMark(_scene.Placed[l.Place].Line.AccessId, _scene.Placed[l.Place].Point, (byte)l.State));
        return [.. MapClusters.Of(marks, _drawn, request.Zoom, MapLineStates.Count, MapZooms.MostLines)
            .Select(c => new MapLineMark(c.Id, c.Point, c.Count, c.States, c.Box, c.Id is { } id ? reader.LabelOf(_scene.Lines.Lines[id]) : null))];
    }

    // Those in trouble first: they must not be the ones that find no room.
    private List<MapRouterMark> Routers() =>
        [.. _scene.Routers.Where(r => _drawn.Holds(r.Point!.Value)).Select(r => (Router: r, Status: live.StatusOf(r.Id)))
            .Select(r => new MapRouterMark(r.Router.Id, r.Router.Name, r.Router.Point!.Value, r.Status?.State ?? RouterState.Unknown, r.Status?.DownBitsPerSecond))
            .OrderBy(r => r.State == RouterState.Online).ThenBy(r => r.Name, StringComparer.Ordinal).Take(MapZooms.MostRouters)];

    private List<MapNodeMark> Nodes() =>
        [.. Enum.GetValues<PlantNodeKind>().Where(kind => request.Zoom >= MapZooms.ShownFrom(kind)).SelectMany(NodesOf)];

    private IEnumerable<MapNodeMark> NodesOf(PlantNodeKind kind)
    {
        var inView = _scene.Nodes[kind].Where(n => _drawn.Holds(n.Node.Point)).ToDictionary(n => n.Node.Id);
        return MapClusters.Of(inView.Values.Select(n => new MapMark(n.Node.Id, n.Node.Point, (byte)(n.IsFull ? 1 : 0))), _drawn, request.Zoom, 2, MapZooms.MostOf(kind)).Select(c =>
        {
            var one = c.Id is { } id ? inView[id] : default;
            var isOdp = kind == PlantNodeKind.Odp && c.Id is not null;
            return new MapNodeMark(c.Id, kind, one.Node?.Name, c.Point, c.Count, isOdp ? one.Node!.Ports : 0, isOdp ? one.FreePorts : 0, c.States[1], c.Box);
        });
    }

    private (List<MapWay> Drawn, int LeftOut) Ways()
    {
        var cables = _scene.Plant.Cables.Values.Where(c => c.Box.Meets(_drawn)).Select(c => (Metres: c.LengthMetres, Way: new MapWay(c.Id, false, c.Name, c.Cores, c.Way)));
        var links = _scene.Plant.RadioLinks.Values.Select(l => (Link: l, Way: (GeoPoint[])[_scene.Plant.Nodes[l.FromNodeId].Point, _scene.Plant.Nodes[l.ToNodeId].Point]))
            .Where(l => GeoBox.Around(l.Way)!.Value.Meets(_drawn)).Select(l => (Metres: GeoRoute.MetresAlong(l.Way), Way: new MapWay(l.Link.Id, true, l.Link.Name, 0, l.Way)));
        var inView = cables.Concat(links).ToList();
        var least = MapZooms.LeastWayPixels * MetresOfAPixel();
        List<MapWay> drawn = [.. inView.Where(w => w.Metres >= least).OrderByDescending(w => w.Metres).ThenBy(w => w.Way.Id).Take(MapZooms.MostWays).Select(w => w.Way with { Points = SeenWay.Of(w.Way.Points, request.Zoom) })];
        return (drawn, inView.Count - drawn.Count);
    }

    private double MetresOfAPixel()
    {
        var middle = request.Box.Middle;
        var (x, y) = MapTile.PixelOf(middle, request.Zoom);
        return middle.MetresTo(MapTile.PointAt(x + 1, y, request.Zoom));
    }

    private List<(GeoPoint Point, double Value)> Warmth() => [.. _lines.Select(l => (_scene.Placed[l.Place].Point, Value: request.Heat switch
    {
        MapHeat.Traffic => LinePresence.SessionOf(live, _scene.Placed[l.Place].Line.AccessId, _scene.Placed[l.Place].Line.RouterId, _scene.Placed[l.Place].Line.Others)?.DownBitsPerSecond ?? 0.0,
        MapHeat.Faults => l.State == MapLineState.Offline ? 1.0 : 0.0,
        _ => 1.0,
    }))];

    private MapCounts Counts()
    {
        var area = request.Box.SquareKilometres;
        var (odps, ports, free) = (0, 0, 0);
        foreach (var odp in _scene.Nodes[PlantNodeKind.Odp].Where(n => request.Box.Holds(n.Node.Point)))
        {
            (odps, ports, free) = (odps + 1, ports + odp.Node.Ports, free + odp.FreePorts);
        }

        return new MapCounts(_counts, area > 0 ? _counts.Sum() / area : null, _covered, odps, ports, free);
    }
}
