using IspPortal.Core.Audit;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>A radio link between two sites or towers.</summary>
[Audited("radio_link")]
internal sealed class RadioLink
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as it is kept apart from others; unique.</summary>
    [NotAudited]
    public required string NameKey { get; set; }

    /// <summary>The side of the core of the network.</summary>
    public Guid FromNodeId { get; set; }

    /// <summary>The far side: what stands there hangs below the link.</summary>
    public Guid ToNodeId { get; set; }

    /// <summary>What it carries, in Mbit/s; null: not said.</summary>
    public int? CapacityMegabits { get; set; }

    public string? Note { get; set; }

    public DateTime CreatedAtUtc { get; init; }

    public long Version { get; set; }
}
