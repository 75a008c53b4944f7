namespace IspPortal.Core.Billing.Ledger;

/// <summary>What happened that the ledger keeps.</summary>
public enum LedgerKind
{
    /// <summary>An invoice was issued.</summary>
    InvoiceIssued,

    /// <summary>A debit note was issued.</summary>
    DebitNoteIssued,

    /// <summary>A credit note was issued.</summary>
    CreditNoteIssued,

    /// <summary>Money came in.</summary>
    ReceiptBooked,

    /// <summary>A receipt was taken back.</summary>
    ReceiptVoided,

    /// <summary>Credit paid invoices.</summary>
    CreditApplied,

    /// <summary>Credit or a deposit was paid back.</summary>
    RefundPaid,

    /// <summary>A small difference was let go.</summary>
    RoundingWrittenOff,

    /// <summary>A debt was given up.</summary>
    WrittenOff,

    /// <summary>A customer proved income tax that it withheld.</summary>
    WithholdingReceived,

    /// <summary>What was billed ahead was earned.</summary>
    DeferredRecognised,

    /// <summary>A balance was brought along at cutover.</summary>
    OpeningBalance,

    /// <summary>Money went from one place to another, e.g. from a collector to the bank.</summary>
    MoneyMoved,
}
