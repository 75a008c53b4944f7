using System.Diagnostics;
using System.Globalization;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Documents;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Documents;
using IspPortal.Infrastructure.Lab.Sample.Papers;
using IspPortal.Infrastructure.Lab.Seeding;
using IspPortal.Web.Documents;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Benchmarks.Billing;

/// <summary>
/// A bill of three lines with logo and QR code from its record to its PDF, one after the other in a warm browser: what a clerk waits for, without reading the bill. Every bill has its own number, so that
/// none comes from the cache.
/// </summary>
internal static class InvoicePdfBench
{
    private const int Warm = 30;
    private static readonly DateOnly First = new(2026, 11, 1);

    public static async Task RunAsync(string[] args)
    {
        var count = args.Length > 0 ? int.Parse(args[0], CultureInfo.InvariantCulture) : 300;
        var root = FindRoot();
        await using var services = new ServiceCollection().AddLogging().AddLocalization()
            .AddSingleton<ISettingsReader<CompanySettings>>(new OneSettings<CompanySettings>())
            .AddSingleton<IWebHostEnvironment>(new BenchEnvironment(Path.Combine(root, "IspPortal.Web", "wwwroot")))
            .AddPrintedDocuments().BuildServiceProvider();
        await using var printer = new ChromiumPdfPrinter(Options.Create(new PdfOptions()), NullLogger<ChromiumPdfPrinter>.Instance, TimeProvider.System);
        var logo = new CompanyLogoPicture("image/png", SampleLogo.Draw()).ToDataAddress();
        var (pages, prints, wholes) = (new List<double>(), new List<double>(), new List<double>());
        long bytes = 0;
        for (var at = 0; at < Warm + count; at++)
        {
            await using var scope = services.CreateAsyncScope();
            var paper = PaperOf(at, logo);
            var start = Stopwatch.GetTimestamp();
            var html = await scope.ServiceProvider.GetRequiredService<IDocumentHtml>().RenderAsync(paper, at % 2 == 0 ? "id" : "en", CancellationToken.None);
            var rendered = Stopwatch.GetElapsedTime(start);
            var pdf = await printer.PrintAsync(html, CancellationToken.None);
            var whole = Stopwatch.GetElapsedTime(start);
            if (!pdf.Succeeded || pdf.Value.FromCache)
            {
                throw new InvalidOperationException($"Bill {at} was not printed: {pdf.Error}");
            }

            if (at >= Warm)
            {
                pages.Add(rendered.TotalMilliseconds);
                prints.Add((whole - rendered).TotalMilliseconds);
                wholes.Add(whole.TotalMilliseconds);
                bytes = pdf.Value.Bytes.Length;
            }
        }

        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"{count} bills of three lines, {bytes / 1024} kB each: page {Quantile(pages, 0.5):0.0} ms, print {Quantile(prints, 0.5):0.0} ms (medians); load {Machine.Load()}"));
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"median {Quantile(wholes, 0.5):0.0} ms {Goal.Under(Quantile(wholes, 0.5), 80)}; p95 {Quantile(wholes, 0.95):0.0} ms {Goal.Under(Quantile(wholes, 0.95), 150)}"));
    }

    private static double Quantile(List<double> values, double quantile) => values.Order().ElementAt((int)Math.Ceiling(values.Count * quantile) - 1);

    private static string FindRoot()
    {
        var folder = new DirectoryInfo(AppContext.BaseDirectory);
        while (folder is not null && !File.Exists(Path.Combine(folder.FullName, "IspPortal.sln")))
        {
            folder = folder.Parent;
        }

        return folder?.FullName ?? throw new InvalidOperationException("Run it from the sources.");
    }

    private static InvoicePaper PaperOf(int at, string logo)
    {
        var number = $"INV-202611-{at:000000}";
        BillLine[] lines =
        [
            new() { Kind = ChargeKind.Period, Text = "Home 20", SubscriptionNumber = "SUB-202611-000042", FromOn = First, ToOn = new(2026, 11, 30), Days = 17, OfDays = 31, UnitPrice = Money.Idr(150_000), Amount = Money.Idr(82_258), Rule = BillRule.DaysOfPeriod, ChargeKey = "1" },
            new() { Kind = ChargeKind.Discount, Text = "Promo 10 %", SubscriptionNumber = "SUB-202611-000042", FromOn = First, ToOn = new(2026, 11, 30), Amount = Money.Idr(-8_226), Rule = BillRule.WholePeriod, ChargeKey = "2" },
            new() { Kind = ChargeKind.Installation, UnitPrice = Money.Idr(250_000), Amount = Money.Idr(250_000), Rule = BillRule.Once, ChargeKey = "3" },
        ];
        var (sum, tax) = (Money.Idr(324_032), Money.Idr(35_644));
        var row = new InvoiceRow(
            Guid.Empty, number, InvoiceKind.Invoice, InvoiceStatus.Open, false, Guid.Empty, "BA-202611-000001", Guid.Empty, $"Pelanggan {at}", new(2026, 12, 1), new(2026, 12, 11), First, new(2026, 11, 30), sum + tax, sum + tax, sum + tax);
        return new InvoicePaper
        {
            Company = new CompanySettings(),
            Letterhead = new LetterheadSettings
            {
                LegalName = "PT Contoh Nusantara Net", Address = "Jl. Contoh Raya No. 12, Bekasi", TaxNumber = "0012345678901000", Phone = "+62 21 5550 0100", Bank1 = "BCA", BankNumber1 = "000 123 4567", BankHolder1 = "PT Contoh Nusantara Net",
                Qris = LabLetterheadStep.SampleQris,
            },
            Logo = logo,
            Language = "id",
            Invoice = new InvoiceDetails(
                row, "Rumah", "CUST-202611-000017", "Jl. Melati No. 3, Kota Bekasi", [.. lines.Select((line, no) => new InvoiceLineRow(no + 1, line, Money.Zero))],
                [new("ppn", "PPN 12 %", 1_200, sum, sum.Times(11, 12), tax)], sum, tax, Money.Zero, Money.Zero, false, "04", Money.Zero, Money.Zero, null, null, "bench", 1),
        };
    }
}
