using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Documents;
using IspPortal.Core.Settings;

namespace IspPortal.Core.Billing.Print;

/// <summary>A bill as it goes to the customer: the sheet of its page, its print and its PDF are made of this.</summary>
public sealed record InvoicePaper : IPrintedDocument
{
    // UU 10/2020: documents of money above five million rupiah.
    private const long StampAbove = 5_000_000;

    /// <summary>The bill.</summary>
    public required InvoiceDetails Invoice { get; init; }

    /// <summary>Who makes it out.</summary>
    public required CompanySettings Company { get; init; }

    /// <summary>How it says so.</summary>
    public required LetterheadSettings Letterhead { get; init; }

    /// <summary>The logo as an address that needs no other file, or null.</summary>
    public string? Logo { get; init; }

    /// <summary>The buyer's taxpayer number, or null. Of a company alone: that of a person is the number of its identity card.</summary>
    public string? BuyerTaxNumber { get; init; }

    /// <summary>The customer's language, <c>id</c> or <c>en</c>.</summary>
    public required string Language { get; init; }

    /// <summary>What is to be paid now: of a pro forma that is offered all of it, of another bill what is open; never below zero.</summary>
    public Money ToPay
    {
        get
        {
            var open = Invoice.Row.Status == InvoiceStatus.Offered ? Invoice.Row.Payable - Invoice.Settled : Invoice.Row.Outstanding;
            return open.IsNegative ? Money.Zero : open;
        }
    }

    /// <summary>The payload of a QRIS code with exactly what is to be paid; null: nothing is, it is more than one payment by QRIS may be, or the letterhead has none.</summary>
    public string? QrisPayload => ToPay > Money.Zero && ToPay <= Qris.Most && Code is { } code ? code.For(ToPay) : null;

    /// <summary>Whom the code pays, or null.</summary>
    public string? QrisMerchant => Code?.Merchant;

    /// <summary>Whether it needs a duty stamp: a pro forma is no document of money.</summary>
    public bool NeedsStamp => Invoice.Row.Kind is not (InvoiceKind.ProForma or InvoiceKind.Opening) && Invoice.Row.Total > Money.Idr(StampAbove);

    /// <inheritdoc />
    public string FileName => Invoice.Row.Number is { } number ? string.Concat(number.ToLowerInvariant().Select(c => char.IsAsciiLetterOrDigit(c) ? c : '-')) : "draft";

    private Qris? Code => Qris.Parse(Letterhead.Qris) is { IsStatic: true } code ? code : null;
}
