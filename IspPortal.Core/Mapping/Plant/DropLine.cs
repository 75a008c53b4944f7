using IspPortal.Core.Audit;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>A line that goes through a drop's ONT; several may share one.</summary>
[Audited("drop_line")]
internal sealed class DropLine
{
    /// <summary>The line: it goes through one drop at most.</summary>
    public required Guid AccessId { get; init; }

    public Guid DropId { get; set; }

    public long Version { get; set; }
}
