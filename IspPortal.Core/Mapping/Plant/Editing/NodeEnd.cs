using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>An end of fibre at a node.</summary>
/// <param name="End">The end.</param>
/// <param name="OwnerName">The cable, splitter, OLT or ODP.</param>
/// <param name="JointId">What holds it; null: it is free.</param>
/// <param name="JointKind">How; null likewise.</param>
/// <param name="Other">What it is joined to; null likewise.</param>
public sealed record NodeEnd(FiberEnd End, string OwnerName, Guid? JointId, FiberJoinKind? JointKind, FiberEnd? Other);
