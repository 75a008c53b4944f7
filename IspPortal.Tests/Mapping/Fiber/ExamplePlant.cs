using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Tests.Mapping.Fiber;

/// <summary>
/// A small plant drawn as it would be: one PON port feeds a cabinet (1:4), which feeds ODPs (1:8) over cables of their own by way of one joint closure; four houses hang below each.
/// <code>
/// OLT ==feeder 2,000 m, core 3== ODC [1:4] ==distribution 800 m, core 1== closure ==600 m, core 1== ODP 1 [1:8] - port 1..8 - drops
///                                       \==distribution 800 m, core 2== closure ==900 m, core 1== ODP 2 [1:8] - port 1..8 - drops
/// </code>
/// </summary>
internal sealed class ExamplePlant
{
    private int _lastId;

    public ExamplePlant()
    {
        (Olt, Odc, Closure) = (NextId(), NextId(), NextId());
        Feeder = Add(new FiberCable(NextId(), Olt, Odc, 2_000, 12));
        OdcSplitter = Add(new FiberSplitter(NextId(), Odc, 4));
        Distribution = Add(new FiberCable(NextId(), Odc, Closure, 800, 12));
        Join(Olt, FiberEnd.PonPort(Olt, 7), FiberEnd.Core(Feeder.Id, 3, CableSide.A), FiberJoinKind.Connector);
        Join(Odc, FiberEnd.Core(Feeder.Id, 3, CableSide.B), FiberEnd.SplitterInput(OdcSplitter.Id), FiberJoinKind.Splice);
        Odps = [.. Enumerable.Range(1, 2).Select(AddOdp)];
    }

    public Guid Olt { get; }

    public Guid Odc { get; }

    public Guid Closure { get; }

    public FiberCable Feeder { get; }

    public FiberCable Distribution { get; }

    public FiberSplitter OdcSplitter { get; }

    public IReadOnlyList<(Guid Id, FiberSplitter Splitter, FiberCable Cable)> Odps { get; }

    public List<FiberCable> Cables { get; } = [];

    public List<FiberSplitter> Splitters { get; } = [];

    public List<FiberJoin> Joins { get; } = [];

    public List<FiberDrop> Drops { get; } = [];

    public FiberPlant Plant() => new(Cables, Splitters, Joins, Drops);

    public Guid NextId() => new(++_lastId, 0, 0, [0, 0, 0, 0, 0, 0, 0, 0]);

    public FiberJoin Join(Guid node, FiberEnd one, FiberEnd other, FiberJoinKind kind = FiberJoinKind.Splice)
    {
        var join = new FiberJoin(NextId(), node, one, other, kind);
        Joins.Add(join);
        return join;
    }

    private FiberCable Add(FiberCable cable)
    {
        Cables.Add(cable);
        return cable;
    }

    private FiberSplitter Add(FiberSplitter splitter)
    {
        Splitters.Add(splitter);
        return splitter;
    }

    private (Guid Id, FiberSplitter Splitter, FiberCable Cable) AddOdp(int output)
    {
        var odp = NextId();
        var cable = Add(new FiberCable(NextId(), Closure, odp, 300 + (300 * output), 6));
        var splitter = Add(new FiberSplitter(NextId(), odp, 8));

        // Every other join is written the other way round: light does not mind.
        Join(Odc, FiberEnd.Core(Distribution.Id, output, CableSide.A), FiberEnd.SplitterOutput(OdcSplitter.Id, output));
        Join(Closure, FiberEnd.Core(Distribution.Id, output, CableSide.B), FiberEnd.Core(cable.Id, 1, CableSide.A));
        Join(odp, FiberEnd.SplitterInput(splitter.Id), FiberEnd.Core(cable.Id, 1, CableSide.B));
        for (var port = 1; port <= 8; port++)
        {
            Join(odp, FiberEnd.SplitterOutput(splitter.Id, port), FiberEnd.PortInside(odp, port), FiberJoinKind.Splice);
            if (port <= 4)
            {
                Drops.Add(new FiberDrop(NextId(), odp, port, 50 * port, [NextId()]));
            }
        }

        return (odp, splitter, cable);
    }
}
