namespace IspPortal.Core.Inventory.Counts;

/// <summary>What a stock count says about one serial number.</summary>
public enum StockCountOutcome
{
    /// <summary>Expected and found.</summary>
    Matched,

    /// <summary>Expected and not found (yet).</summary>
    Missing,

    /// <summary>Found, and the inventory has it elsewhere.</summary>
    Misplaced,

    /// <summary>Found, and the inventory does not know it.</summary>
    Unknown,

    /// <summary>It came or went while the count was under way: nothing is corrected.</summary>
    MovedMeanwhile,
}
