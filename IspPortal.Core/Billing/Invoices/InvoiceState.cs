namespace IspPortal.Core.Billing.Invoices;

/// <summary>What is stored of a bill's standing; what it is called follows from it and from what was settled (<see cref="InvoiceStatus"/>).</summary>
public enum InvoiceState
{
    /// <summary>Being written: no number, not in the ledger, can be changed and thrown away.</summary>
    Draft,

    /// <summary>Sent out; never changed again.</summary>
    Issued,

    /// <summary>What was open of it was given up.</summary>
    WrittenOff,

    /// <summary>A pro forma that nobody paid in time.</summary>
    Lapsed,

    /// <summary>A pro forma that was paid: an invoice took its place.</summary>
    Replaced,

    /// <summary>An invoice of the old system whose import was taken back.</summary>
    Withdrawn,
}
