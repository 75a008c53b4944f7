using IspPortal.Core.Audit;
using IspPortal.Core.Mapping.Fiber;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>A splice or plug between two ends of fibre. Its two <see cref="JointEnd"/> rows say which: no end is in two joints.</summary>
[Audited("core_joint")]
internal sealed class CoreJoint
{
    public required Guid Id { get; init; }

    /// <summary>Where it lies.</summary>
    public required Guid NodeId { get; init; }

    public FiberJoinKind Kind { get; set; }

    public long Version { get; set; }
}
