using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Infrastructure.Lab.Seeding.Plant;

/// <summary>The rows of the sample plant as they are drawn, under ids that count up.</summary>
internal sealed class DrawnPlant(TimeProvider clock)
{
    private readonly DateTime _now = clock.UtcNow();
    private int _next;

    public List<PlantNode> Nodes { get; } = [];

    public List<Cable> Cables { get; } = [];

    public List<Splitter> Splitters { get; } = [];

    public List<CoreJoint> Joints { get; } = [];

    public List<JointEnd> Ends { get; } = [];

    public List<RadioLink> Links { get; } = [];

    public List<SiteRouter> Routers { get; } = [];

    public List<Drop> Drops { get; } = [];

    public List<OdpPort> Ports { get; } = [];

    public List<DropLine> Lines { get; } = [];

    public PlantNode Node(PlantNodeKind kind, string name, GeoPoint at, string area, int ports = 0, int? splitter = null, Guid? siteId = null, Guid? routerId = null)
    {
        var node = new PlantNode
        {
            Id = NextId(), Kind = kind, Name = name, NameKey = PlantNode.KeyOf(name), Latitude = Math.Round(at.Latitude, 6), Longitude = Math.Round(at.Longitude, 6), Area = area, Ports = ports, SplitterOutputs = splitter,
            SiteId = siteId, RouterId = routerId, CreatedAtUtc = _now, Version = 1,
        };
        Nodes.Add(node);
        return node;
    }

    /// <summary>A cable that turns one corner, as along streets.</summary>
    public Cable Cable(string name, PlantNode from, PlantNode to, int cores)
    {
        var corner = new GeoPoint(from.Latitude, to.Longitude);
        var cable = new Cable
        {
            Id = NextId(), Name = name, NameKey = PlantNode.KeyOf(name), FromNodeId = from.Id, ToNodeId = to.Id, Cores = cores, Bends = RouteText.Of([corner]), SpareMetres = 20, CreatedAtUtc = _now, Version = 1,
        };
        Cables.Add(cable);
        return cable;
    }

    public Splitter Splitter(PlantNode at, string name, int outputs)
    {
        var splitter = new Splitter { Id = NextId(), NodeId = at.Id, Name = name, Outputs = outputs, Version = 1 };
        Splitters.Add(splitter);
        return splitter;
    }

    public void Join(PlantNode at, FiberEnd one, FiberEnd other, FiberJoinKind kind = FiberJoinKind.Splice)
    {
        var joint = new CoreJoint { Id = NextId(), NodeId = at.Id, Kind = kind, Version = 1 };
        Joints.Add(joint);
        Ends.Add(EndOf(joint.Id, 0, one));
        Ends.Add(EndOf(joint.Id, 1, other));
    }

    public void Link(string name, PlantNode from, PlantNode to, int megabits) =>
        Links.Add(new RadioLink { Id = NextId(), Name = name, NameKey = PlantNode.KeyOf(name), FromNodeId = from.Id, ToNodeId = to.Id, CapacityMegabits = megabits, CreatedAtUtc = _now, Version = 1 });

    public void Place(Guid routerId, PlantNode site) => Routers.Add(new SiteRouter { RouterId = routerId, NodeId = site.Id, Version = 1 });

    public void Connect(PlantNode odp, int port, GeoPoint house, Guid accessId, string? ontSerial)
    {
        var drop = new Drop { Id = NextId(), OdpId = odp.Id, Port = port, Latitude = house.Latitude, Longitude = house.Longitude, OntSerial = ontSerial, CreatedAtUtc = _now, Version = 1 };
        Drops.Add(drop);
        Lines.Add(new DropLine { AccessId = accessId, DropId = drop.Id, Version = 1 });
        Ports.Add(new OdpPort { OdpId = odp.Id, Number = port, State = OdpPortState.Used, DropId = drop.Id, ChangedBy = "system:lab-plant", ChangedAtUtc = _now, Version = 1 });
    }

    public void Mark(PlantNode odp, int port, OdpPortState state, string note) =>
        Ports.Add(new OdpPort { OdpId = odp.Id, Number = port, State = state, Note = note, ChangedBy = "system:lab-plant", ChangedAtUtc = _now, Version = 1 });

    private static JointEnd EndOf(Guid jointId, int place, FiberEnd end) => new() { JointId = jointId, Place = place, Kind = end.Kind, OwnerId = end.OwnerId, Number = end.Number, Side = end.Side };

    private Guid NextId()
    {
        var number = ++_next;
        return new(0x01890000, 0, 0x7000, [0x80, 0, 0, 0x20, (byte)(number >> 24), (byte)(number >> 16), (byte)(number >> 8), (byte)number]);
    }
}
