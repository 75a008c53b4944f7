namespace IspPortal.Core.Mapping.Fiber;

/// <summary>One thing that light passes on its way, seen from the house towards the OLT.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="ElementId">The drop, ODP, splice or plug, splitter, cable or OLT.</param>
/// <param name="Number">Port, output of a splitter, core; null where there is only one.</param>
/// <param name="NodeId">The cabinet, closure, ODP or OLT where it is; null for a drop and a core, which lie between two.</param>
/// <param name="LengthMetres">Of a drop or a core; else 0.</param>
/// <param name="Join">Of a join: how it is held together; else null.</param>
/// <param name="Outputs">Of a splitter: how many it has; else null.</param>
public sealed record FiberStep(FiberStepKind Kind, Guid ElementId, int? Number, Guid? NodeId, double LengthMetres = 0, FiberJoinKind? Join = null, int? Outputs = null);
