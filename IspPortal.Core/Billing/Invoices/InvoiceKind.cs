namespace IspPortal.Core.Billing.Invoices;

/// <summary>What kind of bill it is.</summary>
public enum InvoiceKind
{
    /// <summary>An invoice: owed, taxed, in the ledger.</summary>
    Invoice,

    /// <summary>What a prepaid period would cost: no debt and no tax document. It becomes an invoice when it is paid and lapses unpaid.</summary>
    ProForma,

    /// <summary>What is owed on top of an earlier invoice.</summary>
    DebitNote,

    /// <summary>An invoice of the old system that was open at cutover: owed and paid like any other, with its old number and days. Never billed, taxed or dunned by the portal.</summary>
    Opening,
}
