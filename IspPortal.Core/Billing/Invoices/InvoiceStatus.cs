namespace IspPortal.Core.Billing.Invoices;

/// <summary>Where a bill stands, as people say it. Derived, never stored.</summary>
public enum InvoiceStatus
{
    /// <summary>Being written.</summary>
    Draft,

    /// <summary>A pro forma that can be paid.</summary>
    Offered,

    /// <summary>A pro forma that nobody paid in time.</summary>
    Lapsed,

    /// <summary>A pro forma whose invoice there is.</summary>
    Replaced,

    /// <summary>Nothing of it is paid.</summary>
    Open,

    /// <summary>A part of it is paid.</summary>
    PartPaid,

    /// <summary>All of it is paid.</summary>
    Paid,

    /// <summary>Credit notes took all of it back.</summary>
    Credited,

    /// <summary>What was open was given up.</summary>
    WrittenOff,

    /// <summary>It was brought along from the old system by mistake, and taken back.</summary>
    Withdrawn,
}
