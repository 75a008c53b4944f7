using IspPortal.Core.Audit;

namespace IspPortal.Core.Inventory;

/// <summary>A warehouse.</summary>
[Audited("warehouse")]
internal sealed class Warehouse
{
    public required Guid Id { get; init; }

    public required string Name { get; set; }

    /// <summary>The name as it is searched and kept apart; unique.</summary>
    [NotAudited]
    public required string SearchKey { get; set; }

    public string? Address { get; set; }

    public bool IsClosed { get; set; }

    public long Version { get; set; }
}
