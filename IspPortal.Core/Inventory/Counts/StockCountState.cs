namespace IspPortal.Core.Inventory.Counts;

/// <summary>Where a stock count stands.</summary>
public enum StockCountState
{
    /// <summary>Under way.</summary>
    Open,

    /// <summary>Closed: the stock was corrected.</summary>
    Closed,

    /// <summary>Given up: nothing was corrected.</summary>
    Cancelled,
}
