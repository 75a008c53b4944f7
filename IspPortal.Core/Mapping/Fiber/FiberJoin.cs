namespace IspPortal.Core.Mapping.Fiber;

/// <summary>Two ends that are one way for light.</summary>
/// <param name="Id">The splice or plug.</param>
/// <param name="NodeId">The joint closure, cabinet or ODP in which it lies.</param>
/// <param name="One">An end.</param>
/// <param name="Other">The other end; which is which has no meaning.</param>
/// <param name="Kind">How they are held together.</param>
public sealed record FiberJoin(Guid Id, Guid NodeId, FiberEnd One, FiberEnd Other, FiberJoinKind Kind)
{
    /// <summary>The end that <paramref name="end"/>, one of the two, is joined to.</summary>
    public FiberEnd Across(FiberEnd end) => end == One ? Other : One;
}
