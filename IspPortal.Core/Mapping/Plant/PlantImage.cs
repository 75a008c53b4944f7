using System.Collections.Frozen;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>The whole plant as it stood at one revision: what the map draws, traces follow and outages are looked for in. Nobody changes it.</summary>
internal sealed class PlantImage
{
    private readonly ILookup<Guid, PlantCable> _cablesAt;
    private readonly ILookup<Guid, RadioLink> _linksTo;
    private readonly FrozenDictionary<Guid, FiberDrop> _dropOfAccess;

    public PlantImage(
        long revision,
        IReadOnlyCollection<PlantNode> nodes,
        IReadOnlyCollection<Cable> cables,
        IReadOnlyCollection<Splitter> splitters,
        IReadOnlyCollection<FiberJoin> joins,
        IReadOnlyCollection<Drop> drops,
        IEnumerable<DropLine> lines,
        IEnumerable<OdpPort> ports,
        IReadOnlyCollection<RadioLink> links,
        IEnumerable<SiteRouter> routers)
    {
        Revision = revision;
        Nodes = nodes.ToFrozenDictionary(n => n.Id);
        Cables = cables.Select(c => PlantCable.Of(c, Nodes[c.FromNodeId].Point, Nodes[c.ToNodeId].Point)).ToFrozenDictionary(c => c.Id);
        Splitters = splitters.ToFrozenDictionary(s => s.Id);
        Joins = joins.ToFrozenDictionary(j => j.Id);
        RadioLinks = links.ToFrozenDictionary(l => l.Id);
        Drops = drops.ToFrozenDictionary(d => d.Id);
        SiteOfRouter = routers.ToFrozenDictionary(r => r.RouterId, r => r.NodeId);
        PortsTaken = ports.ToLookup(p => p.OdpId);
        _cablesAt = Cables.Values.SelectMany(c => new[] { (At: c.FromNodeId, Cable: c), (At: c.ToNodeId, Cable: c) }).ToLookup(p => p.At, p => p.Cable);
        _linksTo = links.ToLookup(l => l.ToNodeId);

        var accesses = lines.ToLookup(l => l.DropId, l => l.AccessId);
        FiberDrops = drops.Select(d => new FiberDrop(d.Id, d.OdpId, d.Port, d.MeasuredMetres ?? Nodes[d.OdpId].Point.MetresTo(new(d.Latitude, d.Longitude)), [.. accesses[d.Id]])).ToFrozenDictionary(d => d.Id);
        _dropOfAccess = FiberDrops.Values.SelectMany(d => d.Accesses.Select(a => (Access: a, Drop: d))).ToFrozenDictionary(p => p.Access, p => p.Drop);

        // The splitter inside an ODP has the ODP's id: it is no row of its own.
        var inside = nodes.Where(n => n is { Kind: PlantNodeKind.Odp, SplitterOutputs: not null }).ToList();
        Fiber = new FiberPlant(
            Cables.Values.Select(c => new FiberCable(c.Id, c.FromNodeId, c.ToNodeId, c.LengthMetres, c.Cores)),
            splitters.Select(s => new FiberSplitter(s.Id, s.NodeId, s.Outputs)).Concat(inside.Select(n => new FiberSplitter(n.Id, n.Id, n.SplitterOutputs!.Value))),
            joins.Concat(inside.SelectMany(Wiring)),
            FiberDrops.Values);
    }

    public long Revision { get; }

    public FrozenDictionary<Guid, PlantNode> Nodes { get; }

    public FrozenDictionary<Guid, PlantCable> Cables { get; }

    public FrozenDictionary<Guid, Splitter> Splitters { get; }

    /// <summary>Splices and plugs; what is wired inside an ODP is none of them.</summary>
    public FrozenDictionary<Guid, FiberJoin> Joins { get; }

    public FrozenDictionary<Guid, RadioLink> RadioLinks { get; }

    public FrozenDictionary<Guid, Drop> Drops { get; }

    public FrozenDictionary<Guid, FiberDrop> FiberDrops { get; }

    /// <summary>The ports that are not free, by ODP.</summary>
    public ILookup<Guid, OdpPort> PortsTaken { get; }

    /// <summary>Where routers stand.</summary>
    public FrozenDictionary<Guid, Guid> SiteOfRouter { get; }

    public FiberPlant Fiber { get; }

    /// <summary>The drop of a line; null when it is not drawn.</summary>
    public FiberDrop? DropOf(Guid accessId) => _dropOfAccess.GetValueOrDefault(accessId);

    /// <summary>The cables that end at a node.</summary>
    public IEnumerable<PlantCable> CablesAt(Guid nodeId) => _cablesAt[nodeId];

    /// <summary>The radio links between the core of the network and a site, the nearest to the core first. A circle of links ends where it closes.</summary>
    public IReadOnlyList<RadioLink> LinksAbove(Guid? siteId) => RadioChain.Above(_linksTo, siteId);

    /// <summary>A site and all that its radio links lead to, and theirs.</summary>
    public IReadOnlySet<Guid> SitesBelow(Guid siteId)
    {
        var found = new HashSet<Guid> { siteId };
        var open = new Stack<Guid>(found);
        while (open.TryPop(out var at))
        {
            foreach (var link in RadioLinks.Values.Where(l => l.FromNodeId == at && found.Add(l.ToNodeId)))
            {
                open.Push(link.ToNodeId);
            }
        }

        return found;
    }

    /// <summary>The way of light to a line; null when its drop is not drawn.</summary>
    public FiberTrace? Trace(Guid accessId) => DropOf(accessId) is { } drop ? Fiber.Trace(drop) : null;

    private static IEnumerable<FiberJoin> Wiring(PlantNode odp) => Enumerable.Range(1, Math.Min(odp.Ports, odp.SplitterOutputs!.Value))
        .Select(n => new FiberJoin(odp.Id, odp.Id, FiberEnd.SplitterOutput(odp.Id, n), FiberEnd.PortInside(odp.Id, n), FiberJoinKind.BuiltIn));
}
