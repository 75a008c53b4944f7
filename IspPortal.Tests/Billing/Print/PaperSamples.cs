using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Lab.Sample.Papers;
using IspPortal.Infrastructure.Lab.Seeding;

namespace IspPortal.Tests.Billing.Print;

/// <summary>Bills as their customers get them.</summary>
internal static class PaperSamples
{
    public static readonly Guid Id = new("019b0000-0000-7000-8000-0000000000e1");
    public static readonly Guid Account = new("019b0000-0000-7000-8000-0000000000b1");
    private static readonly DateOnly First = new(2026, 11, 1);
    private static readonly DateOnly Last = new(2026, 11, 30);

    public static LetterheadSettings Letterhead { get; } = new()
    {
        LegalName = "PT Contoh Nusantara Net", Address = "Jl. Contoh Raya No. 12, Bekasi 17113", TaxNumber = "012345678901000", Phone = "+62 21 5550 0100", Email = "tagihan@contoh.test", Site = "contoh.test",
        Bank1 = "BCA", BankNumber1 = "000 123 4567", BankHolder1 = "PT Contoh Nusantara Net", Bank2 = "Mandiri", BankNumber2 = "000-00-1234567-8", BankHolder2 = "PT Contoh Nusantara Net",
        Qris = LabLetterheadStep.SampleQris, FooterNote = "Terima kasih telah menjadi pelanggan kami.",
    };

    /// <summary>A part of a month, a discount and a fee: 82,258 − 8,226 + 250,000, and 11 % of it.</summary>
    public static InvoicePaper Plain { get; } = Of(
        [
            Line(1, ChargeKind.Period, "Home 20", 82_258) with { FromOn = new(2026, 11, 14), Days = 17, OfDays = 31, UnitPrice = Money.Idr(150_000), Rule = BillRule.DaysOfPeriod },
            Line(2, ChargeKind.Discount, "Promo Kemerdekaan 10 %", -8_226),
            Line(3, ChargeKind.Installation, "", 250_000) with { FromOn = null, ToOn = null, UnitPrice = Money.Idr(250_000), Rule = BillRule.Once },
        ],
        35_644);

    public static InvoicePaper Of(IReadOnlyList<BillLine> lines, long tax, InvoiceKind kind = InvoiceKind.Invoice, InvoiceStatus status = InvoiceStatus.Open, long settled = 0)
    {
        var sum = lines.Sum(line => line.Amount.Minor);
        var total = Money.Idr(sum + tax);
        var number = kind switch { InvoiceKind.ProForma => "PF-202611-000007", InvoiceKind.DebitNote => "DN-202611-000003", _ => "INV-202611-000001" };
        var row = new InvoiceRow(
            Id, number, kind, status, false, Account, "BA-202611-000001", Account, "Siti \"Ami\" <b>Rahayu</b> & Söhne", new(2026, 12, 1), new(2026, 12, 11), First, Last, total, total,
            status is InvoiceStatus.Open or InvoiceStatus.PartPaid ? total - Money.Idr(settled) : Money.Zero);
        return new InvoicePaper
        {
            Company = new CompanySettings { Name = "Contoh Net" },
            Letterhead = Letterhead,
            Logo = new CompanyLogoPicture("image/png", SampleLogo.Draw()).ToDataAddress(),
            Language = "id",
            Invoice = new InvoiceDetails(
                row, "Rumah", "CUST-202611-000017", "Jl. Melati No. 3, Margahayu, Kota Bekasi", [.. lines.Select((line, at) => new InvoiceLineRow(at + 1, line, Money.Zero))],
                tax == 0 ? [] : [new("ppn", "PPN 12 %", 1_200, Money.Idr(sum), Money.Idr(sum).Times(11, 12), Money.Idr(tax))], Money.Idr(sum), Money.Idr(tax), Money.Zero, Money.Zero, false, tax == 0 ? null : "04",
                Money.Idr(settled), Money.Zero, null, null, "Ayu", 1),
        };
    }

    public static InvoicePaper With(this InvoicePaper paper, Func<InvoiceDetails, InvoiceDetails> change) => paper with { Invoice = change(paper.Invoice) };

    public static BillLine Line(int at, ChargeKind kind, string text, long amount, string subscription = "SUB-202611-000042") => new()
    {
        Kind = kind, Text = text, SubscriptionNumber = subscription, FromOn = First, ToOn = Last, Days = 30, OfDays = 30, UnitPrice = Money.Idr(amount), Amount = Money.Idr(amount), Rule = BillRule.WholePeriod, TaxCode = "ppn",
        ChargeKey = $"line:{at}",
    };
}
