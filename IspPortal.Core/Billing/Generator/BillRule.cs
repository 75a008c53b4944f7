namespace IspPortal.Core.Billing.Generator;

/// <summary>How the amount of a line came about. The name is a key of texts and is stored: it never changes.</summary>
public enum BillRule
{
    /// <summary>A whole period at its price.</summary>
    WholePeriod,

    /// <summary>The price, by days of the period's own days.</summary>
    DaysOfPeriod,

    /// <summary>The price, by days of months that all have thirty.</summary>
    DaysOfThirty,

    /// <summary>Some periods paid at once for more of them: the quantity is the number paid.</summary>
    PayNGetM,

    /// <summary>What was paid for such periods less those used, each at its full price; never below nothing.</summary>
    UnusedPaid,

    /// <summary>Once.</summary>
    Once,

    /// <summary>So many pieces at a price.</summary>
    PerUnit,

    /// <summary>So many days at a price a day.</summary>
    PerDay,

    /// <summary>Bytes at a price per gigabyte.</summary>
    PerGigabyte,

    /// <summary>What is missing to the least that a bill comes to.</summary>
    MinimumCharge,
}
