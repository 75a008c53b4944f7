using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant.Editing;

/// <summary>Two ends to be joined.</summary>
/// <param name="JointId">Id of the new joint.</param>
/// <param name="One">An end.</param>
/// <param name="Other">The other end; which is which has no meaning.</param>
/// <param name="Kind">How; not <see cref="FiberJoinKind.BuiltIn"/>.</param>
public sealed record JoinRequest(Guid JointId, FiberEnd One, FiberEnd Other, FiberJoinKind Kind);
