using IspPortal.Core.Audit;

namespace IspPortal.Core.Inventory.Counts;

/// <summary>A count of one warehouse.</summary>
[Audited("stock_count")]
internal sealed class StockCount
{
    public required Guid Id { get; init; }

    public required Guid WarehouseId { get; init; }

    /// <summary>The warehouse while the count is open: unique, so that there is one at a time.</summary>
    [NotAudited]
    public Guid? OpenFor { get; set; }

    public StockCountState State { get; set; }

    public required DateTime StartedAtUtc { get; init; }

    public required string StartedBy { get; init; }

    public DateTime? EndedAtUtc { get; set; }

    public string? EndedBy { get; set; }

    public int Matched { get; set; }

    public int Missing { get; set; }

    public int Misplaced { get; set; }

    public int Unknown { get; set; }

    public long Version { get; set; }
}
