namespace IspPortal.Core.Billing.Runs;

/// <summary>Why a person should look at a bill before it goes out. The most telling first.</summary>
public enum UnusualBill
{
    /// <summary>It could not be computed.</summary>
    Failed,

    /// <summary>It was billed in the month before and gets nothing now.</summary>
    Gone,

    /// <summary>It comes to nothing.</summary>
    Zero,

    /// <summary>More than 30 % above the month before.</summary>
    Higher,

    /// <summary>More than 30 % below the month before.</summary>
    Lower,

    /// <summary>It was not billed in the month before.</summary>
    New,

    /// <summary>Nothing about it.</summary>
    None,
}
