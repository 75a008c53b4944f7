namespace IspPortal.Core.Billing.Opening;

/// <summary>What a column of a file of opening balances says.</summary>
public enum OpeningField
{
    /// <summary>An <see cref="OpeningKind"/>, in words.</summary>
    Kind,

    /// <summary>The customer: the old system's code, or the portal's number.</summary>
    Customer,

    /// <summary>The number of the billing account; empty: the customer's own.</summary>
    Account,

    /// <summary>The line: its subscription's number or its username; empty: the account's only one.</summary>
    Line,

    /// <summary>The old number of an invoice.</summary>
    Number,

    /// <summary>The old date of an invoice.</summary>
    IssuedOn,

    /// <summary>The last day on which it could be paid in time.</summary>
    DueOn,

    /// <summary>The first day that an invoice is for.</summary>
    FromOn,

    /// <summary>The last day that an invoice is for.</summary>
    ToOn,

    /// <summary>Whole rupiah: what is open of an invoice, what is held or paid ahead.</summary>
    Amount,

    /// <summary>The last day that a line is paid for.</summary>
    PaidUntilOn,

    /// <summary>The collector or drawer, as the settings of receipts name it.</summary>
    Place,

    /// <summary>A series of numbers, e.g. <c>INV</c>.</summary>
    Series,

    /// <summary>The next number of the series.</summary>
    Next,

    /// <summary>Anything to be remembered.</summary>
    Note,
}
