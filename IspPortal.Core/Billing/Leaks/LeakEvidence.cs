namespace IspPortal.Core.Billing.Leaks;

/// <summary>What shows that money is lost.</summary>
public enum LeakEvidence
{
    /// <summary>It was never billed.</summary>
    NeverBilled,

    /// <summary>It is billed until a day.</summary>
    BilledUntil,

    /// <summary>The router holds other values, since a day.</summary>
    RouterDiffers,

    /// <summary>It is isolated since a day, and nothing is overdue.</summary>
    IsolatedThoughPaid,

    /// <summary>It was last online on a day.</summary>
    OfflineSince,

    /// <summary>It is on the router since a day, and nobody sold it.</summary>
    NotSold,

    /// <summary>It had its last day.</summary>
    PastLastDay,

    /// <summary>It was ended on a day, and is online.</summary>
    OnlineAfterEnd,

    /// <summary>The contract that its agreed price is for ended on a day.</summary>
    AgreedPriceAfterContract,

    /// <summary>A promotion that ended was billed from a day on.</summary>
    DiscountBilledAfter,
}
