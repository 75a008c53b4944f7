using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>One of the two ends that a <see cref="CoreJoint"/> holds. Unique by what it is: an end is joined once.</summary>
internal sealed class JointEnd
{
    public required Guid JointId { get; init; }

    /// <summary>0 or 1; which is which has no meaning.</summary>
    public required int Place { get; init; }

    public required FiberEndKind Kind { get; init; }

    /// <summary>The OLT, cable, splitter or ODP.</summary>
    public required Guid OwnerId { get; init; }

    public required int Number { get; init; }

    public required CableSide Side { get; init; }

    public FiberEnd ToEnd() => new(Kind, OwnerId, Number, Side);
}
