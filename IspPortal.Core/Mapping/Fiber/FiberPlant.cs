namespace IspPortal.Core.Mapping.Fiber;

/// <summary>
/// The fibre of an area: traces from a house up to the OLT, and down from anything to the houses that hang below it. Every end is joined at most once; of ends joined twice the
/// first counts (<see cref="JoinedTwice"/> names them).
/// </summary>
public sealed class FiberPlant
{
    private readonly Dictionary<Guid, FiberCable> _cables;
    private readonly Dictionary<Guid, FiberSplitter> _splitters;
    private readonly Dictionary<FiberEnd, FiberJoin> _joins = [];
    private readonly ILookup<FiberEnd, FiberDrop> _drops;
    private readonly List<FiberEnd> _joinedTwice = [];

    /// <summary>Builds it from what the area has.</summary>
    public FiberPlant(IEnumerable<FiberCable> cables, IEnumerable<FiberSplitter> splitters, IEnumerable<FiberJoin> joins, IEnumerable<FiberDrop> drops)
    {
        _cables = cables.ToDictionary(c => c.Id);
        _splitters = splitters.ToDictionary(s => s.Id);
        _drops = drops.ToLookup(d => d.Start);
        foreach (var join in joins)
        {
            foreach (var end in new[] { join.One, join.Other })
            {
                if (!_joins.TryAdd(end, join))
                {
                    _joinedTwice.Add(end);
                }
            }
        }
    }

    /// <summary>Ends that more than one join claims.</summary>
    public IReadOnlyList<FiberEnd> JoinedTwice => _joinedTwice;

    /// <summary>All joins.</summary>
    public IEnumerable<FiberJoin> Joins => _joins.Values.Distinct();

    /// <summary>What holds an end; null: nothing.</summary>
    public FiberJoin? JoinOf(FiberEnd end) => _joins.GetValueOrDefault(end);

    /// <summary>The way of light from a house to the OLT.</summary>
    public FiberTrace Trace(FiberDrop drop)
    {
        var steps = new List<FiberStep> { new(FiberStepKind.Drop, drop.Id, null, null, drop.LengthMetres) };
        return Climb(drop.Start, steps);
    }

    /// <summary>The way of light from an end towards the OLT; the end is passed first.</summary>
    public FiberTrace Trace(FiberEnd start) => Climb(start, []);

    /// <summary>The drops that hang below an end: light that comes out of <paramref name="end"/> reaches them. A core's end means what lies behind that side.</summary>
    public IReadOnlyList<FiberDrop> Below(FiberEnd end) => Below([end]);

    /// <summary>The drops that hang below a splitter.</summary>
    public IReadOnlyList<FiberDrop> BelowSplitter(Guid splitterId) =>
        _splitters.TryGetValue(splitterId, out var splitter) ? Below(Outputs(splitter)) : [];

    /// <summary>Whether joining the two ends would close a circle: there is a way from one to the other already, through cores, splitters or ports.</summary>
    /// <param name="one">An end.</param>
    /// <param name="other">The other end.</param>
    /// <param name="added">Joins that are about to be made besides those that are there, by both their ends; null: none.</param>
    public bool WouldLoop(FiberEnd one, FiberEnd other, IReadOnlyDictionary<FiberEnd, FiberJoin>? added = null)
    {
        var seen = new HashSet<FiberEnd> { one };
        var open = new Stack<FiberEnd>([one]);
        while (open.TryPop(out var at))
        {
            foreach (var end in Through(at))
            {
                if (end == other)
                {
                    return true;
                }

                if (seen.Add(end) && (JoinOf(end) ?? added?.GetValueOrDefault(end)) is { } join && seen.Add(join.Across(end)))
                {
                    open.Push(join.Across(end));
                }
            }
        }

        return one == other;
    }

    private static FiberEnd OtherSide(FiberEnd core) => core with { Side = core.Side == CableSide.A ? CableSide.B : CableSide.A };

    private static IEnumerable<FiberEnd> Outputs(FiberSplitter splitter) => Enumerable.Range(1, splitter.Outputs).Select(n => FiberEnd.SplitterOutput(splitter.Id, n));

    /// <summary>Where light that enters at <paramref name="entered"/> comes out, away from the OLT.</summary>
    private IEnumerable<FiberEnd> Descend(FiberEnd entered) => entered.Kind switch
    {
        FiberEndKind.Core when _cables.ContainsKey(entered.OwnerId) => [OtherSide(entered)],
        FiberEndKind.SplitterInput when _splitters.TryGetValue(entered.OwnerId, out var splitter) => Outputs(splitter),
        FiberEndKind.PortInside => [FiberEnd.PortOutside(entered.OwnerId, entered.Number)],
        _ => [],
    };

    /// <summary>Where light that is left by <paramref name="left"/> had come in, towards the OLT; null at the OLT and where nothing leads on.</summary>
    private FiberEnd? Ascend(FiberEnd left) => left.Kind switch
    {
        FiberEndKind.Core when _cables.ContainsKey(left.OwnerId) => OtherSide(left),
        FiberEndKind.SplitterOutput when _splitters.ContainsKey(left.OwnerId) => FiberEnd.SplitterInput(left.OwnerId),
        FiberEndKind.PortOutside => FiberEnd.PortInside(left.OwnerId, left.Number),
        _ => null,
    };

    private List<FiberDrop> Below(IEnumerable<FiberEnd> ends)
    {
        var found = new List<FiberDrop>();
        var seen = new HashSet<FiberEnd>();
        var open = new Stack<FiberEnd>(ends);
        while (open.TryPop(out var at))
        {
            if (!seen.Add(at))
            {
                continue;
            }

            if (at.Kind == FiberEndKind.PortOutside)
            {
                found.AddRange(_drops[at]);
                continue;
            }

            if (_joins.TryGetValue(at, out var join) && seen.Add(join.Across(at)))
            {
                foreach (var next in Descend(join.Across(at)))
                {
                    open.Push(next);
                }
            }
        }

        return found;
    }

    private FiberTrace Climb(FiberEnd start, List<FiberStep> steps)
    {
        var seen = new HashSet<FiberEnd>();
        var at = start;
        while (true)
        {
            if (!seen.Add(at))
            {
                return new FiberTrace(steps, FiberTraceEnd.Loop, at);
            }

            if (at.Kind == FiberEndKind.PonPort)
            {
                steps.Add(new FiberStep(FiberStepKind.PonPort, at.OwnerId, at.Number, at.OwnerId));
                return new FiberTrace(steps, FiberTraceEnd.AtOlt, at);
            }

            if (Ascend(at) is not { } entered)
            {
                return new FiberTrace(steps, FiberTraceEnd.Backwards, at);
            }

            steps.Add(StepOf(at));
            if (!_joins.TryGetValue(entered, out var join))
            {
                return new FiberTrace(steps, FiberTraceEnd.Open, entered);
            }

            steps.Add(new FiberStep(FiberStepKind.Join, join.Id, null, join.NodeId, Join: join.Kind));
            at = join.Across(entered);
        }
    }

    private FiberStep StepOf(FiberEnd passed) => passed.Kind switch
    {
        FiberEndKind.Core => new(FiberStepKind.Core, passed.OwnerId, passed.Number, null, _cables[passed.OwnerId].LengthMetres),
        FiberEndKind.SplitterOutput => new(FiberStepKind.Splitter, passed.OwnerId, passed.Number, _splitters[passed.OwnerId].NodeId, Outputs: _splitters[passed.OwnerId].Outputs),
        _ => new(FiberStepKind.Port, passed.OwnerId, passed.Number, passed.OwnerId),
    };

    // Whatever way light goes: through everything that an end belongs to.
    private IEnumerable<FiberEnd> Through(FiberEnd end) => end.Kind switch
    {
        FiberEndKind.Core => [OtherSide(end)],
        FiberEndKind.SplitterInput or FiberEndKind.SplitterOutput when _splitters.TryGetValue(end.OwnerId, out var splitter) =>
            Outputs(splitter).Prepend(FiberEnd.SplitterInput(splitter.Id)).Where(e => e != end),
        FiberEndKind.PortInside => [FiberEnd.PortOutside(end.OwnerId, end.Number)],
        FiberEndKind.PortOutside => [FiberEnd.PortInside(end.OwnerId, end.Number)],
        _ => [],
    };
}
