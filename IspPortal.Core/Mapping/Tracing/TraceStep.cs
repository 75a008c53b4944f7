using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Tracing;

/// <summary>One thing that light passes between a house and its OLT, with the names that people know.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ElementId">The drop, ODP, splice or plug, splitter, cable or OLT.</param>
/// <param name="Name">What it is called; null for a drop and for a splice.</param>
/// <param name="NodeId">Where it is; null for a drop and a core, which lie between two.</param>
/// <param name="NodeName">What that place is called; null likewise.</param>
/// <param name="Number">Port, output of a splitter, core; null where there is only one.</param>
/// <param name="LengthMetres">Of a drop or a core; else 0.</param>
/// <param name="LossDb">What it takes, in dB.</param>
public sealed record TraceStep(FiberStepKind Kind, Guid ElementId, string? Name, Guid? NodeId, string? NodeName, int? Number, double LengthMetres, double LossDb)
{
    /// <summary>Of a join: how it is held together; else null.</summary>
    public FiberJoinKind? Join { get; init; }

    /// <summary>Of a splitter: how many outputs it has; else null.</summary>
    public int? Outputs { get; init; }

    /// <summary>Of a core: its colour and tube; else null.</summary>
    public CoreMark? Mark { get; init; }
}
