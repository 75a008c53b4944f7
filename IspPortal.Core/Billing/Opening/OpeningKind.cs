namespace IspPortal.Core.Billing.Opening;

/// <summary>What a row of a file of opening balances brings along.</summary>
public enum OpeningKind
{
    /// <summary>An invoice of the old system that is still owed: what is open of it, with its old number and days.</summary>
    Invoice,

    /// <summary>Until which day a line is paid for.</summary>
    PaidUntil,

    /// <summary>A refundable deposit that is held for a line.</summary>
    Deposit,

    /// <summary>What an account paid ahead and has not used up.</summary>
    Credit,

    /// <summary>Cash that a collector or a drawer holds.</summary>
    CollectorCash,

    /// <summary>The number that the next document of a series gets.</summary>
    NextNumber,
}
