namespace IspPortal.Core.Inventory.Counts;

/// <summary>A serial number of a count: what was found while it is open, and what it said of every one when it was closed.</summary>
internal sealed class StockCountLine
{
    public required Guid CountId { get; init; }

    public required string Serial { get; init; }

    /// <summary>When it was found; null when it was not.</summary>
    public DateTime? FoundAtUtc { get; init; }

    public string? FoundBy { get; init; }

    /// <summary>Null while the count is open.</summary>
    public StockCountOutcome? Outcome { get; set; }
}
