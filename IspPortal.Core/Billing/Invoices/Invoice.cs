using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>A bill of one billing account. Once issued only what is settled of it changes, by postings; everything else is another document. A run is audited as one, what persons do one by one.</summary>
internal sealed class Invoice
{
    /// <summary>The prefix of its number series.</summary>
    public const string NumberPrefix = "INV";

    /// <summary>The prefix of pro formas, a series of their own.</summary>
    public const string ProFormaPrefix = "PF";

    /// <summary>The prefix of debit notes.</summary>
    public const string DebitNotePrefix = "DN";

    public required Guid Id { get; init; }

    public required InvoiceKind Kind { get; init; }

    /// <summary>Null while it is a draft: a number is given with the issue, so that none is missing.</summary>
    public string? Number { get; set; }

    public InvoiceState State { get; set; }

    public required Guid BillingAccountId { get; init; }

    /// <summary>The account's customer when it was written.</summary>
    public required Guid CustomerId { get; init; }

    /// <summary>The run that made it; null: a person did.</summary>
    public Guid? RunId { get; init; }

    /// <summary>Of a debit note: the invoice it adds to. Of an invoice: the pro forma whose place it took. Else null.</summary>
    public Guid? BasedOnId { get; init; }

    public DateOnly? IssuedOn { get; set; }

    /// <summary>The last day on which it can be paid in time; of a pro forma the day after which it lapses.</summary>
    public DateOnly? DueOn { get; set; }

    /// <summary>The first day that it is for; null: for no days.</summary>
    public DateOnly? PeriodFromOn { get; set; }

    /// <summary>The last day that it is for; null: for no days.</summary>
    public DateOnly? PeriodToOn { get; set; }

    /// <summary>Who it was made out to, as it was then.</summary>
    public required string BuyerName { get; set; }

    public string? BuyerAddress { get; set; }

    /// <summary>Lines without tax, in minor units; databases add it up.</summary>
    public long BaseMinor { get; set; }

    public long TaxMinor { get; set; }

    /// <summary>Base and tax.</summary>
    public long TotalMinor { get; set; }

    /// <summary>PPh 23 that the customer withholds: owed until its slip is there, but never late.</summary>
    public long WithheldMinor { get; set; }

    /// <summary>PPN that a government collector pays to the state itself.</summary>
    public long CollectedMinor { get; set; }

    /// <summary>Of <see cref="PayableMinor"/> what was paid, credited, rounded off or written off.</summary>
    public long SettledMinor { get; set; }

    /// <summary>What credit notes took back of <see cref="PayableMinor"/>.</summary>
    public long CreditedMinor { get; set; }

    /// <summary>What credit notes took back of <see cref="WithheldMinor"/>.</summary>
    public long WithheldCreditedMinor { get; set; }

    /// <summary>What credit notes took back of <see cref="CollectedMinor"/>.</summary>
    public long CollectedCreditedMinor { get; set; }

    /// <summary>Whether the slip of what was withheld is there.</summary>
    public bool IsWithholdingProven { get; set; }

    /// <summary>Who pays the tax.</summary>
    public CustomerTax Tax { get; init; }

    /// <summary>The transaction code of the faktur pajak; null: none.</summary>
    public string? FakturCode { get; set; }

    public string? Note { get; set; }

    public required string CreatedBy { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public DateTime? IssuedAtUtc { get; set; }

    /// <summary>When the last of it was settled; null: something is open.</summary>
    public DateTime? SettledAtUtc { get; set; }

    public string SearchKey { get; set; } = "";

    public long Version { get; set; }

    public List<InvoiceLine> Lines { get; init; } = [];

    public List<InvoiceTaxLine> Taxes { get; init; } = [];

    /// <summary>What the customer has to pay to us.</summary>
    public long PayableMinor => TotalMinor - WithheldMinor - CollectedMinor;

    /// <summary>What of it is owed and open; a pro forma is no debt.</summary>
    public long OutstandingMinor => State == InvoiceState.Issued && Kind != InvoiceKind.ProForma ? PayableMinor - SettledMinor : 0;

    public InvoiceStatus Status => InvoiceStanding.Of(Kind, State, Money.Idr(PayableMinor), Money.Idr(OutstandingMinor), Money.Idr(CreditedMinor));
}
