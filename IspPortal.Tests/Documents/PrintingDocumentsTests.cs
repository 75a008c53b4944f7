using System.Diagnostics;
using System.Net;
using System.Net.Sockets;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Customers.Documents.Content;
using IspPortal.Core.Documents;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Documents;
using IspPortal.Tests.Web.Support;
using IspPortal.Web.Documents;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.FileProviders;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Moq;

namespace IspPortal.Tests.Documents;

/// <summary>The installation order through the real browser: what a technician reads on the paper.</summary>
public sealed class PrintingDocumentsTests
{
    private static readonly InstallationOrder Order = new()
    {
        Number = "SUB-202611-000042",
        OrderedOn = new DateOnly(2026, 11, 26),
        PlannedOn = new DateOnly(2026, 12, 1),
        PlannedTime = "09.00–12.00",
        TechnicianName = "Agus Wijaya",
        CustomerNumber = "CUST-202611-000017",
        CustomerName = "Siti \"Ami\" <b>Rahayu</b> & Söhne",
        CompanyName = "CV Melati Jaya",
        Phone = "+6281234567890",
        ContactOnSite = "Pak RT, +62811999",
        Address = "Jl. Melati No. 3, Margahayu, Kota Bekasi",
        PlaceNotes = "belakang masjid Al-Ikhlas",
        Latitude = -6.234567,
        Longitude = 106.998877,
        PlanName = "Home 30",
        DownBitsPerSecond = 30_000_000,
        UpBitsPerSecond = 10_000_000,
        RouterName = "RTR-BEKASI",
        Username = "siti.rahayu@isp",
        Password = "pL4in-t3xt",
        Vlan = 142,
        FixedAddress = "10.20.3.17",
        Items = [new("ONT ZTE F609", 1, "pcs", "ZTEGC0FFEE01", "A4:5E:60:12:00:01"), new("Drop cable", 150, "m")],
        ToCollect = Money.Idr(1_250_000),
        Notes = "Dog in the yard.\nCall first.",
    };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("en", "Installation order", "1 December 2026", "Landmark", "Optical level (dBm)")]
    [InlineData("id", "Surat perintah kerja", "1 Desember 2026", "Patokan", "Redaman (dBm)")]
    public async Task The_order_says_who_where_what_and_with_which_login(string language, string title, string planned, string landmark, string optical)
    {
        TestBrowser.SkipWithoutOne();
        await using var printer = PrinterOf(new PdfOptions { ExecutablePath = TestBrowser.Executable });
        var html = await RenderAsync(Order, language);

        var printed = await printer.PrintAsync(html, Token);

        Assert.True(printed.Succeeded, printed.Error?.ToString());
        var pdf = printed.Value.Bytes;
        Assert.Equal(1, PdfText.PagesOf(pdf));
        var (width, height) = PdfText.SizeOf(pdf);
        Assert.InRange(width, 594, 597);
        Assert.InRange(height, 840, 843);
        var text = PdfText.Dense(PdfText.Of(pdf));
        string[] expected =
        [
            title, planned, landmark, optical, "Nusantara Net", "Jl. Ahmad Yani 12, Bekasi", "+62 21 555 0100", Order.Number, "CUST-202611-000017", "Siti \"Ami\" <b>Rahayu</b> & Söhne", "CV Melati Jaya",
            "+6281234567890", "Pak RT, +62811999", Order.Address, "belakang masjid Al-Ikhlas", "-6.234567, 106.998877", "Home 30", "↓ 30", "RTR-BEKASI", "siti.rahayu@isp", "pL4in-t3xt", "142", "10.20.3.17",
            "ONT ZTE F609", "ZTEGC0FFEE01", "A4:5E:60:12:00:01", "150 m", "1.250.000".Replace(".", language == "en" ? "," : ".", StringComparison.Ordinal), "Dog in the yard.", "Call first.", "Agus Wijaya",
        ];
        Assert.All(expected, words => Assert.Contains(PdfText.Dense(words), text, StringComparison.Ordinal));

        // What the portal prints is a PDF to it too.
        Assert.Equal(1, DocumentSniffer.Read(pdf.Span).Value.Pages);
    }

    [Fact]
    public async Task An_order_with_the_least_prints_too_and_says_nothing_it_does_not_know()
    {
        TestBrowser.SkipWithoutOne();
        await using var printer = PrinterOf(new PdfOptions { ExecutablePath = TestBrowser.Executable });
        var least = new InstallationOrder { Number = "SUB-1", OrderedOn = new(2026, 1, 1), CustomerNumber = "CUST-1", CustomerName = "محمد الأمين 👨‍👩‍👧", Address = "–", PlanName = "Home 10" };

        var printed = await printer.PrintAsync(await RenderAsync(least, "en"), Token);

        Assert.True(printed.Succeeded, printed.Error?.ToString());
        var text = PdfText.Dense(PdfText.Of(printed.Value.Bytes));
        Assert.Contains("Home10", text, StringComparison.Ordinal);
        Assert.All(new[] { "Password", "VLAN", "Tocollect", "Landmark", "Fixedaddress", "Coordinates" }, label => Assert.DoesNotContain(label, text, StringComparison.Ordinal));
        Assert.Equal("spk-sub-1", least.FileName);
    }

    [Fact]
    public async Task The_same_order_is_printed_once_however_many_ask()
    {
        TestBrowser.SkipWithoutOne();
        await using var printer = PrinterOf(new PdfOptions { ExecutablePath = TestBrowser.Executable });
        var html = await RenderAsync(Order, "id");
        Assert.Equal(html, await RenderAsync(Order with { }, "id"));

        var together = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => printer.PrintAsync(html, Token)));
        var later = await printer.PrintAsync(html, Token);
        var other = await printer.PrintAsync(await RenderAsync(Order with { Notes = "another" }, "id"), Token);

        Assert.All(together, result => Assert.True(result.Succeeded, result.Error?.ToString()));
        Assert.True(later.Value.FromCache);
        Assert.True(later.Value.Bytes.Span.SequenceEqual(together[0].Value.Bytes.Span));
        Assert.False(other.Value.FromCache);
        Assert.Equal(2, printer.Printed);
    }

    [Fact]
    public async Task Many_orders_at_once_take_turns_on_a_few_pages()
    {
        TestBrowser.SkipWithoutOne();
        await using var printer = PrinterOf(new PdfOptions { ExecutablePath = TestBrowser.Executable, Pages = 2 });
        var pages = await Task.WhenAll(Enumerable.Range(0, 12).Select(i => RenderAsync(Order with { Number = $"SUB-{i}" }, "en")));

        var printed = await Task.WhenAll(pages.Select(html => printer.PrintAsync(html, Token)));

        Assert.All(printed.Index(), one => Assert.Contains($"SUB-{one.Index}", PdfText.Dense(PdfText.Of(one.Item.Value.Bytes)), StringComparison.Ordinal));
        Assert.Equal(12, printer.Printed);
    }

    [Fact]
    public async Task After_the_browser_was_killed_the_next_order_gets_a_new_one()
    {
        TestBrowser.SkipWithoutOne();
        await using var printer = PrinterOf(new PdfOptions { ExecutablePath = TestBrowser.Executable });
        Assert.True((await printer.PrintAsync(await RenderAsync(Order, "en"), Token)).Succeeded);
        var before = printer.Room!;
        var gone = new TaskCompletionSource();
        before.Browser.Disconnected += (_, _) => gone.TrySetResult();
        var session = await before.Browser.NewBrowserCDPSessionAsync();
        _ = session.SendAsync("Browser.crash");
        await gone.Task.WaitAsync(TimeSpan.FromSeconds(30), Token);

        var printed = await printer.PrintAsync(await RenderAsync(Order with { Notes = "after the crash" }, "en"), Token);

        Assert.True(printed.Succeeded, printed.Error?.ToString());
        Assert.NotSame(before, printer.Room);
        Assert.Contains("afterthecrash", PdfText.Dense(PdfText.Of(printed.Value.Bytes)), StringComparison.Ordinal);
    }

    [Fact]
    public async Task What_is_printed_reaches_no_network_no_file_and_runs_nothing()
    {
        TestBrowser.SkipWithoutOne();
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var address = $"http://127.0.0.1:{((IPEndPoint)listener.LocalEndpoint).Port}";
        var knocked = listener.AcceptTcpClientAsync(Token);
        await using var printer = PrinterOf(new PdfOptions { ExecutablePath = TestBrowser.Executable });

        var printed = await printer.PrintAsync(
            $"<!DOCTYPE html><link rel=stylesheet href='{address}/a.css'><img src='{address}/a.png'><iframe src='{address}/'></iframe><iframe src='file:///etc/passwd'></iframe>"
            + $"<meta http-equiv=refresh content='0;url={address}/go'><p id=a>quiet</p><script>document.getElementById('a').textContent='loud';fetch('{address}/x')</script>",
            Token);

        Assert.True(printed.Succeeded, printed.Error?.ToString());
        var text = PdfText.Of(printed.Value.Bytes);
        Assert.Contains("quiet", PdfText.Dense(text), StringComparison.Ordinal);
        Assert.DoesNotContain("root:", text, StringComparison.Ordinal);
        Assert.False(knocked.IsCompleted, "the page reached the network");
    }

    [Fact]
    public async Task Without_a_browser_it_says_so_and_health_is_degraded()
    {
        var options = new PdfOptions { ExecutablePath = "/nowhere/chromium" };
        await using var printer = PrinterOf(options);

        var printed = await printer.PrintAsync("<p>a</p>", Token);

        Assert.Equal(("printing.no_browser", "Pdf:ExecutablePath /nowhere/chromium"), (printed.Error!.Code, printed.Error.Detail));
        var health = await new PdfHealthCheck(Options.Create(options)).CheckHealthAsync(new(), Token);
        Assert.Equal(Microsoft.Extensions.Diagnostics.HealthChecks.HealthStatus.Degraded, health.Status);
    }

    [Fact]
    public async Task A_browser_that_never_answers_is_given_up_in_time()
    {
        Assert.SkipUnless(File.Exists("/bin/sleep"), "There is no /bin/sleep.");
        var script = Path.Combine(Directory.CreateTempSubdirectory("isp-portal-slow-").FullName, "chromium");
        await File.WriteAllTextAsync(script, "#!/bin/sh\nexec /bin/sleep 60\n", Token);
        if (!OperatingSystem.IsWindows())
        {
            File.SetUnixFileMode(script, UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute);
        }

        await using var printer = PrinterOf(new PdfOptions { ExecutablePath = script, Timeout = TimeSpan.FromSeconds(3) });
        var watch = Stopwatch.StartNew();

        var printed = await printer.PrintAsync("<p>a</p>", Token);

        Assert.Equal("printing.timed_out", printed.Error!.Code);
        Assert.InRange(watch.Elapsed, TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(30));
        Directory.Delete(Path.GetDirectoryName(script)!, true);
    }

    [Fact]
    public async Task A_page_beyond_every_measure_is_refused()
    {
        await using var printer = PrinterOf(new PdfOptions());
        Assert.Equal("printing.too_large", (await printer.PrintAsync(new string('a', (8 * 1024 * 1024) + 1), Token)).Error!.Code);
    }

    [Fact]
    public void The_cache_keeps_what_was_asked_for_last()
    {
        var cache = new PdfCache(10);
        cache.Add("a", new byte[4]);
        cache.Add("b", new byte[4]);
        Assert.NotNull(cache.Find("a"));
        cache.Add("c", new byte[4]);
        cache.Add("d", new byte[11]);

        Assert.Equal([true, false, true, false], new[] { "a", "b", "c", "d" }.Select(key => cache.Find(key) is not null));
    }

    [Fact]
    public async Task A_record_that_nothing_prints_is_a_broken_promise() =>
        await Assert.ThrowsAsync<InvalidOperationException>(() => RenderAsync(new Unprintable(), "en"));

    private static ChromiumPdfPrinter PrinterOf(PdfOptions options) => new(Options.Create(options), NullLogger<ChromiumPdfPrinter>.Instance, TimeProvider.System);

    private static async Task<string> RenderAsync(IPrintedDocument document, string language)
    {
        var company = new Mock<ISettingsReader<CompanySettings>>();
        company.Setup(c => c.GetAsync(It.IsAny<CancellationToken>()))
            .ReturnsAsync(new CompanySettings { Name = "Nusantara Net", Address = "Jl. Ahmad Yani 12, Bekasi", SupportPhone = "+62 21 555 0100", SupportEmail = "bantuan@nusantara.test" });
        var environment = new Mock<IWebHostEnvironment>();
        environment.SetupGet(e => e.WebRootFileProvider).Returns(new PhysicalFileProvider(Path.Combine(Architecture.SourceTree.Root, "IspPortal.Web", "wwwroot")));
        var services = new ServiceCollection().AddLogging().AddLocalization().AddSingleton(company.Object).AddSingleton(environment.Object).AddPrintedDocuments();
        await using var provider = services.BuildServiceProvider(validateScopes: true);
        await using var scope = provider.CreateAsyncScope();
        return await scope.ServiceProvider.GetRequiredService<IDocumentHtml>().RenderAsync(document, language, Token);
    }

    private sealed record Unprintable : IPrintedDocument
    {
        public string FileName => "x";
    }
}
