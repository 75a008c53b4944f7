using IspPortal.Core.Common.Money;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Documents;
using IspPortal.Tests.Documents;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Pages;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Documents;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Localization;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace IspPortal.Tests.Reporting.Reports;

/// <summary>A report through the real browser, in both languages: cover, figures, chart, table over pages.</summary>
public sealed class PrintingReportsTests
{
    private const string Logo = "data:image/png;base64,iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==";

    private static readonly DateTime First = new(2026, 10, 1);

    private static readonly ReportContent Content = new()
    {
        Kind = ReportKind.Usage,
        Period = new(new(2026, 10, 1), new(2026, 10, 31)),
        Zone = TimeZoneInfo.FindSystemTimeZoneById("Asia/Jakarta"),
        MadeAtUtc = new DateTime(2026, 11, 1, 1, 2, 0, DateTimeKind.Utc),
        Logo = Logo,
        Routers = ["RTR-BEKASI"],
        Sections =
        [
            new ReportSection("Traffic")
            {
                Figures = [new("Down", 1.5e12, ReportUnit.Bytes), new("Up", null, ReportUnit.Bytes), new("BusiestDay", new DateOnly(2026, 10, 9), ReportUnit.Day)],
                Charts = [new("UsagePerDay", ReportUnit.Bytes, true, First, First.AddDays(31), [new("Down", [.. Enumerable.Range(0, 31).Select(n => new ReportPoint(First.AddDays(n), n % 7 == 0 ? null : n * 1e9))]), new("Up", [])])],
                Tables =
                [
                    new(
                        "LargestLines", [new("Line", ReportUnit.Text), new("Customer", ReportUnit.Text), new("Down", ReportUnit.Bytes), new("Unseen", ReportUnit.Duration)],
                        [.. Enumerable.Range(1, 60).Select(n => (IReadOnlyList<object?>)[$"line-{n:000}", "Siti <b>Rahayu</b> & Söhne", n * 1e9, TimeSpan.FromMinutes(n * 37)])]),
                ],
                Notes = [new("Unseen", TimeSpan.FromHours(30), ReportUnit.Duration)],
            },
            new ReportSection("Plans") { Figures = [new("PerSubscriber", Money.Idr(231_500), ReportUnit.Money)], Notes = [new("PricesMean")] },
        ],
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Usage", "1–31 October 2026", "Largest users", "Traffic per day", "1 d 6 h", "231,500", "9 Oct 2026")]
    [InlineData("id", "Pemakaian", "1–31 Oktober 2026", "Pemakai terbesar", "Trafik per hari", "1 h 6 j", "231.500", "9 Okt 2026")]
    public async Task It_is_read_on_A4_in_its_language(string language, string title, string period, string table, string chart, string span, string price, string day)
    {
        TestBrowser.SkipWithoutOne();
        await using var printer = new ChromiumPdfPrinter(Options.Create(new PdfOptions { ExecutablePath = TestBrowser.Executable }), NullLogger<ChromiumPdfPrinter>.Instance, TimeProvider.System);
        var (html, missing) = await RenderAsync(Content, language);
        Assert.Empty(missing);
        Assert.Contains("<svg", html, StringComparison.Ordinal);

        var printed = await printer.PrintAsync(html, Token);

        Assert.True(printed.Succeeded, printed.Error?.ToString());
        var pdf = printed.Value.Bytes;
        var (width, height) = PdfText.SizeOf(pdf);
        Assert.InRange(width, 594, 597);
        Assert.InRange(height, 840, 843);
        Assert.InRange(PdfText.PagesOf(pdf), 3, 6);
        var text = PdfText.Of(pdf);
        var cover = PdfText.Dense(text.Split('\f')[0]);
        Assert.All([title, period, "Nusantara Net", "RTR-BEKASI", "Asia/Jakarta"], words => Assert.Contains(PdfText.Dense(words), cover, StringComparison.Ordinal));
        var all = PdfText.Dense(text);
        Assert.All([table, chart, span, price, day, "line-001", "line-060", "Siti <b>Rahayu</b> & Söhne", "–"], words => Assert.Contains(PdfText.Dense(words), all, StringComparison.Ordinal));
    }

    /// <summary>Every word that a source can say is there in both languages.</summary>
    [Theory]
    [InlineData("en")]
    [InlineData("id")]
    public async Task The_sheets_say_the_same_in_the_units_of_their_headings(string language)
    {
        var services = new ServiceCollection().AddLogging().AddLocalization();
        var missing = MissingTexts.Watch(services);
        await using var provider = services.BuildServiceProvider();
        var sheets = new ReportSheets(provider.GetRequiredService<IStringLocalizer<ReportTexts>>()).Write(Content, language);
        Assert.Empty(missing.Keys);
        Assert.Equal(2, sheets.Count);
        Assert.Contains(sheets[0].Rows, row => row.Contains(1.5e12) && row.Contains("B"));
        Assert.Contains(sheets[0].Rows, row => row.Contains(231_500.0) && row.Contains("IDR"));
        Assert.Equal(language == "id" ? "Unduh (B)" : "Down (B)", sheets[1].Headings[2]);
        Assert.Equal(60, sheets[1].Rows.Count);
        Assert.Equal(TimeSpan.FromMinutes(37), sheets[1].Rows[0][3]);
    }

    private static async Task<(string Html, IReadOnlyCollection<string> Missing)> RenderAsync(ReportContent content, string language)
    {
        var environment = new Mock<IWebHostEnvironment>();
        environment.SetupGet(e => e.WebRootFileProvider).Returns(new NullFileProvider());
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(environment.Object).AddSingleton<DocumentFont>().AddScoped<HtmlRenderer>();
        var missing = MissingTexts.Watch(services);
        await using var provider = services.BuildServiceProvider();
        await using var scope = provider.CreateAsyncScope();
        var company = new SettingsOf<CompanySettings>(() => new CompanySettings { Name = "Nusantara Net", Address = "Jl. Ahmad Yani 12, Bekasi" });
        var html = await new DocumentHtml(scope.ServiceProvider.GetRequiredService<HtmlRenderer>(), company).RenderAsync(content, language, Token);
        return (html, [.. missing.Keys]);
    }
}
