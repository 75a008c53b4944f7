using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Documents;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Documents;
using IspPortal.Tests.Documents;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Documents;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace IspPortal.Tests.Billing.Print;

/// <summary>Bills through the real browser: what a customer reads on the paper.</summary>
public sealed class PrintingInvoicesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Invoice", "1 Dec 2026", "11 Dec 2026", "17 of 31 days", "by days of the period", "Other value tax base", "Rp 359,676", "Three hundred fifty-nine thousand six hundred seventy-six rupiah", "Page 1 of 1")]
    [InlineData("id", "Faktur tagihan", "1 Des 2026", "11 Des 2026", "17 dari 31 hari", "menurut hari periode", "DPP nilai lain", "Rp 359.676", "Tiga ratus lima puluh sembilan ribu enam ratus tujuh puluh enam rupiah", "Halaman 1 dari 1")]
    public async Task A_bill_says_who_what_why_how_much_and_how_to_pay(params string[] words)
    {
        var text = await TextOfAsync(PaperSamples.Plain with { BuyerTaxNumber = "0012345678901000" }, words[0]);

        var thousands = words[0] == "en" ? "," : ".";
        string[] figures = ["82.258", "−8.226", "250.000", "332.258", "324.032", "297.029", "35.644", "150.000"];
        string[] expected =
        [
            .. words[1..], "PT Contoh Nusantara Net", "Jl. Contoh Raya No. 12", "NPWP 01.234.567.8-901.000", "+62 21 5550 0100", "tagihan@contoh.test", "INV-202611-000001", "Siti \"Ami\" <b>Rahayu</b> & Söhne", "NPWP 0012 3456 7890 1000",
            "Jl. Melati No. 3", "CUST-202611-000017", "BA-202611-000001", "Home 20", "Promo Kemerdekaan 10 %", "SUB-202611-000042", "PPN 12 %", "BCA", "000 123 4567", "000-00-1234567-8", "QRIS", "CONTOH NUSANTARA NET",
            "Terima kasih telah menjadi pelanggan kami.", .. figures.Select(figure => figure.Replace(".", thousands, StringComparison.Ordinal)),
        ];
        Assert.All(expected, part => Assert.Contains(PdfText.Dense(part), text, StringComparison.Ordinal));
        Assert.All(new[] { "e-meterai", "PPh", "?" }, part => Assert.DoesNotContain(part, text, StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(InvoiceKind.ProForma, InvoiceStatus.Offered, "Proforma|bukan faktur pajak|Rp 166.500|Bayar sampai", "Kode transaksi|Lunas")]
    [InlineData(InvoiceKind.ProForma, InvoiceStatus.Lapsed, "Kedaluwarsa|Tidak ada yang perlu dibayar", "000 123 4567|QRIS")]
    [InlineData(InvoiceKind.Invoice, InvoiceStatus.Paid, "Lunas|Tidak ada yang perlu dibayar|Sudah dibayar", "000 123 4567|QRIS")]
    [InlineData(InvoiceKind.Invoice, InvoiceStatus.PartPaid, "Dibayar sebagian|Sisa yang harus dibayar|Rp 66.500|QRIS", "Lunas")]
    [InlineData(InvoiceKind.Invoice, InvoiceStatus.WrittenOff, "Dihapusbukukan", "QRIS")]
    [InlineData(InvoiceKind.DebitNote, InvoiceStatus.Open, "Nota debit|DN-202611-000003|QRIS", "Lunas")]
    public async Task A_bill_says_how_it_stands(InvoiceKind kind, InvoiceStatus status, string says, string doesNot)
    {
        var settled = status switch { InvoiceStatus.Paid => 166_500, InvoiceStatus.PartPaid => 100_000, _ => 0 };
        var text = (await TextOfAsync(PaperSamples.Of([PaperSamples.Line(1, ChargeKind.Period, "Home 20", 150_000)], 16_500, kind, status, settled), "id")).ToUpperInvariant();

        Assert.All(says.Split('|'), part => Assert.Contains(PdfText.Dense(part).ToUpperInvariant(), text, StringComparison.Ordinal));
        Assert.All(doesNot.Split('|'), part => Assert.DoesNotContain(PdfText.Dense(part).ToUpperInvariant(), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_large_bill_of_a_company_names_its_stamp_and_what_it_keeps_back()
    {
        var paper = PaperSamples.Of([PaperSamples.Line(1, ChargeKind.Period, "Dedicated 100", 10_000_000)], 1_100_000).With(invoice => invoice with
        {
            Withheld = Money.Idr(200_000), Row = invoice.Row with { Payable = Money.Idr(10_900_000), Outstanding = Money.Idr(10_900_000) },
        });
        var text = await TextOfAsync(paper, "en");
        Assert.All(["e-meterai Rp 10,000", "PPh 23 withheld", "waiting for the withholding slip", "−Rp 200,000", "Amount due", "Rp 10,900,000"], part => Assert.Contains(PdfText.Dense(part), text, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_hundred_lines_go_over_pages_with_their_heads_and_numbers()
    {
        TestBrowser.SkipWithoutOne();
        var lines = Enumerable.Range(0, 100).Select(at => PaperSamples.Line(at, at % 2 == 0 ? ChargeKind.Period : ChargeKind.AddOn, $"Cabang {at + 1:000}", 100_000, $"SUB-202611-{at / 2:000000}")).ToList();
        var pdf = await PrintAsync(PaperSamples.Of(lines, 1_100_000), "id");
        var pages = PdfText.Of(pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries).Select(PdfText.Dense).ToList();

        Assert.InRange(pages.Count, 3, 9);
        Assert.All(pages.Index(), page => Assert.Contains($"Halaman{page.Index + 1}dari{pages.Count}", page.Item, StringComparison.Ordinal));
        Assert.All(pages.Where(page => page.Contains("Cabang", StringComparison.Ordinal)), page => Assert.Contains("uraian", page, StringComparison.OrdinalIgnoreCase));
        Assert.All(Enumerable.Range(1, 100), at => Assert.Single(pages, page => page.Contains($"Cabang{at:000}", StringComparison.Ordinal)));
        // Each subscription has its head and its sum.
        Assert.Contains("SUB-202611-000049200.000", pages[^2] + pages[^1], StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_QRIS_there_is_no_code_and_without_a_bank_no_place_for_one()
    {
        var noCode = await RenderAsync(PaperSamples.Plain with { Letterhead = PaperSamples.Letterhead with { Qris = "" } }, "id");
        var nothing = await RenderAsync(PaperSamples.Plain with { Letterhead = new LetterheadSettings() }, "id");

        Assert.Contains("data-qris", await RenderAsync(PaperSamples.Plain, "id"), StringComparison.Ordinal);
        Assert.DoesNotContain("data-qris", noCode, StringComparison.Ordinal);
        Assert.Contains("000 123 4567", noCode, StringComparison.Ordinal);
        Assert.DoesNotContain("class=\"inv-how\"", nothing, StringComparison.Ordinal);
        Assert.Contains("Contoh Net", nothing, StringComparison.Ordinal);
        // More than one payment by QRIS may be: bank accounts alone.
        var large = PaperSamples.Of([PaperSamples.Line(1, ChargeKind.Period, "Dedicated", 10_000_001)], 0);
        Assert.DoesNotContain("data-qris", await RenderAsync(large, "id"), StringComparison.Ordinal);
        Assert.Contains("data-qris", await RenderAsync(PaperSamples.Of([PaperSamples.Line(1, ChargeKind.Period, "Dedicated", 10_000_000)], 0), "id"), StringComparison.Ordinal);
    }

    [Fact]
    public void Every_kind_rule_and_standing_has_a_word_in_both_languages()
    {
        string[] keys =
        [
            .. Enum.GetNames<ChargeKind>().Select(name => "Charge." + name), .. Enum.GetNames<BillRule>().Select(name => "Rule." + name), .. Enum.GetNames<InvoiceKind>().Select(name => "Title." + name),
            .. Enum.GetNames<InvoiceStatus>().Where(name => name != nameof(InvoiceStatus.Open)).Select(name => "Status." + name),
        ];
        Assert.All(keys, key => Assert.All(["id", "en"], language => Assert.NotNull(InvoiceWords.Of(language).Find(key))));
    }

    [Fact]
    public async Task A_name_cannot_end_the_style_that_says_it()
    {
        var html = await RenderAsync(PaperSamples.Plain with { Letterhead = PaperSamples.Letterhead with { LegalName = "</style><script>alert(1)</script>\" } x {" } }, "id");
        Assert.Single(html.Split("</style>")[1..]);
        Assert.DoesNotContain("<script", html, StringComparison.OrdinalIgnoreCase);
    }

    private static async Task<string> TextOfAsync(InvoicePaper paper, string language)
    {
        TestBrowser.SkipWithoutOne();
        return PdfText.Dense(PdfText.Of(await PrintAsync(paper, language)));
    }

    private static async Task<ReadOnlyMemory<byte>> PrintAsync(InvoicePaper paper, string language)
    {
        await using var printer = new ChromiumPdfPrinter(Options.Create(new PdfOptions { ExecutablePath = TestBrowser.Executable }), NullLogger<ChromiumPdfPrinter>.Instance, TimeProvider.System);
        var printed = await printer.PrintAsync(await RenderAsync(paper, language), Token);
        Assert.True(printed.Succeeded, printed.Error?.ToString());
        return printed.Value.Bytes;
    }

    private static async Task<string> RenderAsync(InvoicePaper paper, string language)
    {
        var company = new Mock<ISettingsReader<CompanySettings>>();
        company.Setup(c => c.GetAsync(It.IsAny<CancellationToken>())).ReturnsAsync(paper.Company);
        var environment = new Mock<IWebHostEnvironment>();
        environment.SetupGet(e => e.WebRootFileProvider).Returns(new PhysicalFileProvider(Path.Combine(Architecture.SourceTree.Root, "IspPortal.Web", "wwwroot")));
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(company.Object).AddSingleton(environment.Object).AddPrintedDocuments();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDocumentHtml>().RenderAsync(paper, language, Token);
    }
}
