using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Tests.Mapping;

/// <summary>
/// A small plant as its tables hold it: one PON port feeds a cabinet (1:4), which feeds two ODPs (1:8 inside) by way of one joint closure.
/// <code>
/// TWR-1 ~radio~ POP-1: OLT-1 port 7 ==FDR-1 2,000 m, core 3== ODC-1 [1:4] ==DST-1 800 m, core 1== JC-1 ==DST-2 600 m, core 1== ODP-1 [1:8]
///                                                                         \==DST-1 800 m, core 14== JC-1 ==DST-3 900 m, core 1== ODP-2 [1:8]
/// </code>
/// </summary>
internal sealed class DrawnPlant
{
    private int _lastId;

    public DrawnPlant(Guid? routerId = null)
    {
        Tower = Node(PlantNodeKind.Tower, "TWR-1", -6.2000, 107.0000);
        Site = Node(PlantNodeKind.Site, "POP-1", -6.2300, 107.0000);
        Olt = Node(PlantNodeKind.Olt, "OLT-1", -6.2300, 107.0000, ports: 8);
        (Olt.SiteId, Olt.RouterId) = (Site.Id, routerId);
        Odc = Node(PlantNodeKind.Odc, "ODC-1", -6.2400, 107.0000);
        Closure = Node(PlantNodeKind.Closure, "JC-1", -6.2450, 107.0000);
        Odps = [Odp("ODP-1", -6.2500, 107.0000, "Bekasi Timur"), Odp("ODP-2", -6.2500, 107.0050, "Bekasi Barat")];
        Splitter = new Splitter { Id = NextId(), NodeId = Odc.Id, Name = "SP-1", Outputs = 4 };
        Feeder = Cable("FDR-1", Olt, Odc, 2_000, 12);
        Distribution = Cable("DST-1", Odc, Closure, 800, 24);
        Tails = [Cable("DST-2", Closure, Odps[0], 600, 12), Cable("DST-3", Odps[1], Closure, 900, 12)];
        Feeder.Bends = RouteText.Of([new GeoPoint(-6.2350, 107.0010)]);
        Radio = new RadioLink { Id = NextId(), Name = "LINK-1", NameKey = "link-1", FromNodeId = Tower.Id, ToNodeId = Site.Id, CreatedAtUtc = DateTime.UnixEpoch };
        Join(Olt, FiberEnd.PonPort(Olt.Id, 7), FiberEnd.Core(Feeder.Id, 3, CableSide.A), FiberJoinKind.Connector);
        Join(Odc, FiberEnd.Core(Feeder.Id, 3, CableSide.B), FiberEnd.SplitterInput(Splitter.Id));
        Join(Odc, FiberEnd.SplitterOutput(Splitter.Id, 1), FiberEnd.Core(Distribution.Id, 1, CableSide.A));
        Join(Odc, FiberEnd.Core(Distribution.Id, 14, CableSide.A), FiberEnd.SplitterOutput(Splitter.Id, 2));
        Join(Closure, FiberEnd.Core(Distribution.Id, 1, CableSide.B), FiberEnd.Core(Tails[0].Id, 1, CableSide.A));
        Join(Closure, FiberEnd.Core(Distribution.Id, 14, CableSide.B), FiberEnd.Core(Tails[1].Id, 1, CableSide.B));
        Join(Odps[0], FiberEnd.Core(Tails[0].Id, 1, CableSide.B), FiberEnd.SplitterInput(Odps[0].Id));
        Join(Odps[1], FiberEnd.Core(Tails[1].Id, 1, CableSide.A), FiberEnd.SplitterInput(Odps[1].Id));
    }

    public PlantNode Tower { get; }

    public PlantNode Site { get; }

    public PlantNode Olt { get; }

    public PlantNode Odc { get; }

    public PlantNode Closure { get; }

    public IReadOnlyList<PlantNode> Odps { get; }

    public Splitter Splitter { get; }

    public Cable Feeder { get; }

    public Cable Distribution { get; }

    public IReadOnlyList<Cable> Tails { get; }

    public RadioLink Radio { get; }

    public List<PlantNode> Nodes { get; } = [];

    public List<Cable> Cables { get; } = [];

    public List<(CoreJoint Joint, JointEnd One, JointEnd Other)> Joints { get; } = [];

    public List<Drop> Drops { get; } = [];

    public List<DropLine> Lines { get; } = [];

    public List<OdpPort> Ports { get; } = [];

    public Guid NextId() => new(++_lastId, 0x22, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>A house with lines on a port, forty metres north of its ODP.</summary>
    public Drop Connect(int odp, int port, string? serial, params Guid[] accesses)
    {
        var at = Odps[odp];
        var drop = new Drop { Id = NextId(), OdpId = at.Id, Port = port, Latitude = at.Latitude + 0.00036, Longitude = at.Longitude, OntSerial = serial, CreatedAtUtc = DateTime.UnixEpoch };
        Drops.Add(drop);
        Lines.AddRange(accesses.Select(access => new DropLine { AccessId = access, DropId = drop.Id }));
        Say(odp, port, OdpPortState.Used).DropId = drop.Id;
        return drop;
    }

    public OdpPort Say(int odp, int port, OdpPortState state)
    {
        var row = new OdpPort { OdpId = Odps[odp].Id, Number = port, State = state, ChangedBy = "test", ChangedAtUtc = DateTime.UnixEpoch };
        Ports.Add(row);
        return row;
    }

    public PlantImage Image() => new(
        1, Nodes, Cables, [Splitter], [.. Joints.Select(j => new FiberJoin(j.Joint.Id, j.Joint.NodeId, j.One.ToEnd(), j.Other.ToEnd(), j.Joint.Kind))], Drops, Lines, Ports, [Radio], []);

    /// <summary>All rows, in an order in which nothing points at what is not there yet.</summary>
    public IEnumerable<object> Rows() =>
    [
        new PlantRevision { Id = PlantRevision.TheOne, Number = 1 }, .. Nodes, .. Cables, Splitter, Radio, .. Joints.SelectMany(j => new object[] { j.Joint, j.One, j.Other }), .. Drops, .. Lines, .. Ports,
    ];

    public CoreJoint JointAt(PlantNode node) => Joints.First(j => j.Joint.NodeId == node.Id).Joint;

    private PlantNode Node(PlantNodeKind kind, string name, double latitude, double longitude, int ports = 0)
    {
        var node = new PlantNode { Id = NextId(), Kind = kind, Name = name, NameKey = PlantNode.KeyOf(name), Latitude = latitude, Longitude = longitude, Ports = ports, CreatedAtUtc = DateTime.UnixEpoch };
        Nodes.Add(node);
        return node;
    }

    private PlantNode Odp(string name, double latitude, double longitude, string area)
    {
        var odp = Node(PlantNodeKind.Odp, name, latitude, longitude, 8);
        (odp.SplitterOutputs, odp.Area) = (8, area);
        return odp;
    }

    private Cable Cable(string name, PlantNode from, PlantNode to, double metres, int cores)
    {
        var cable = new Cable { Id = NextId(), Name = name, NameKey = PlantNode.KeyOf(name), FromNodeId = from.Id, ToNodeId = to.Id, Cores = cores, MeasuredMetres = metres, CreatedAtUtc = DateTime.UnixEpoch };
        Cables.Add(cable);
        return cable;
    }

    private void Join(PlantNode node, FiberEnd one, FiberEnd other, FiberJoinKind kind = FiberJoinKind.Splice)
    {
        var joint = new CoreJoint { Id = NextId(), NodeId = node.Id, Kind = kind };
        Joints.Add((joint, End(joint, 0, one), End(joint, 1, other)));
    }

    private static JointEnd End(CoreJoint joint, int place, FiberEnd end) => new() { JointId = joint.Id, Place = place, Kind = end.Kind, OwnerId = end.OwnerId, Number = end.Number, Side = end.Side };
}
