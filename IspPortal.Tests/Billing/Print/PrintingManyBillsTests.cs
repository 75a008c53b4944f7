using IspPortal.Core.Audit;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Documents;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Print;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Documents;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Moq;

namespace IspPortal.Tests.Billing.Print;

/// <summary>Many bills as one PDF: asked for, made in the background, loaded, taken away.</summary>
public sealed class PrintingManyBillsTests
{
    private readonly List<InvoiceBundlePaper> _printed = [];
    private readonly Mock<IAuditWriter> _audit = new();
    private Result<PrintedPdf> _pdf = new PrintedPdf("%PDF-1.4 many"u8.ToArray(), false);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_bills_of_a_run_are_made_into_one_file_in_the_order_of_their_numbers(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("HOME-20", 150_000);
        await scene.SellAsync("Budi Santoso", plan);
        await scene.SellAsync("Siti Rahayu", plan);
        await scene.SellAsync("Rina Lestari", plan);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var run = await scene.BillAsync(scene.Lines.Today);
        var id = Guid.CreateVersion7();

        Assert.Equal("identity.forbidden", (await Bundles(scene, InvoicePermissions.InvoicesSend).RequestAsync(id, new(), new(), Token)).Error!.Code);
        Assert.Equal("billing.bundle_empty", (await Bundles(scene).RequestAsync(id, new InvoiceFilter { RunId = Guid.CreateVersion7() }, new(), Token)).Error!.Code);
        Assert.Null((await Bundles(scene).RequestAsync(id, new InvoiceFilter { RunId = run.Id }, new(), Token)).Error);
        // Two clicks ask once.
        Assert.Null((await Bundles(scene).RequestAsync(id, new InvoiceFilter { RunId = run.Id }, new(), Token)).Error);
        Assert.Equal((InvoiceBundleState.Waiting, 3, 0), Of((await Bundles(scene).GetAsync(id, Token)).Value));
        Assert.Equal("billing.bundle_not_ready", (await Bundles(scene).OpenAsync(id, Token)).Error!.Code);

        Assert.Equal((id, null), await Runner(scene).RunAsync(Token));
        Assert.Null(await Runner(scene).RunAsync(Token));

        Assert.Equal((InvoiceBundleState.Ready, 3, 3), Of((await Bundles(scene).GetAsync(id, Token)).Value));
        var numbers = Assert.Single(_printed).Bills.Select(bill => bill.Invoice.Row.Number!).ToList();
        Assert.Equal(numbers.Order(StringComparer.Ordinal), numbers);
        await using (var file = (await Bundles(scene).OpenAsync(id, Token)).Value.Content)
        {
            Assert.Equal("%PDF-1.4 many"u8.ToArray(), await BytesAsync(file));
        }

        _audit.Verify(a => a.WriteAsync("exported", "invoice-bundle", id.ToString(), It.IsAny<object>(), It.IsAny<CancellationToken>()), Times.Once);
        Assert.Equal("identity.forbidden", (await Bundles(scene, InvoicePermissions.InvoicesSend).OpenAsync(id, Token)).Error!.Code);

        // The search of the list narrows it as the list does.
        var one = Guid.CreateVersion7();
        Assert.Null((await Bundles(scene).RequestAsync(one, new InvoiceFilter(), new PageRequest(1, 1, "siti"), Token)).Error);
        Assert.Equal(1, (await Bundles(scene).GetAsync(one, Token)).Value.Bills);

        // A day later nothing is left of it.
        scene.Lines.Clock.Advance(TimeSpan.FromHours(25));
        Assert.Equal("billing.bundle_not_found", (await Bundles(scene).GetAsync(id, Token)).Error!.Code);
        await Runner(scene).SweepAsync(Token);
        await using var context = scene.Database.Open();
        Assert.Equal((0, 0), (await context.Set<InvoiceBundle>().CountAsync(Token), await context.Set<InvoiceBundleItem>().CountAsync(Token)));
    }

    [Fact]
    public async Task More_than_one_file_holds_is_refused_and_what_cannot_be_printed_says_why()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (_, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await scene.CopyAsync(line, InvoiceBundles.Most);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var id = Guid.CreateVersion7();
        var refused = (await Bundles(scene).RequestAsync(id, new InvoiceFilter(), new(), Token)).Error!;
        Assert.Equal(("billing.bundle_too_many", InvoiceBundles.Most), (refused.Code, refused.Arguments[0]));

        var first = (await scene.Invoices().ListAsync(new InvoiceFilter(), new(1, 1, Sort: "number"), Token)).Value.Items[0];
        Assert.Null((await Bundles(scene).RequestAsync(id, new InvoiceFilter { BillingAccountId = first.BillingAccountId }, new(), Token)).Error);
        _pdf = PrintingErrors.NoBrowser(null);
        Assert.Equal(PrintingErrors.NoBrowser(null).Code, (await Runner(scene).RunAsync(Token))!.Value.Error!.Code);
        var failed = (await Bundles(scene).GetAsync(id, Token)).Value;
        Assert.Equal((InvoiceBundleState.Failed, PrintingErrors.NoBrowser(null).Code), (failed.State, failed.ErrorCode));
    }

    [Fact]
    public async Task What_a_crash_left_is_made_by_the_next_one_and_given_up_after_several_times()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var id = Guid.CreateVersion7();
        Assert.Null((await Bundles(scene).RequestAsync(id, new InvoiceFilter(), new(), Token)).Error);
        await using var context = scene.Database.Open();
        async Task LeaveAsync(int tries) => await context.Set<InvoiceBundle>().ExecuteUpdateAsync(
            set => set.SetProperty(b => b.State, InvoiceBundleState.Running).SetProperty(b => b.Tries, tries).SetProperty(b => b.LeasedBy, Guid.CreateVersion7()).SetProperty(b => b.LeasedUntilUtc, scene.Lines.Clock.NowUtc.AddMinutes(5)), Token);

        await LeaveAsync(1);
        Assert.Null(await Runner(scene).RunAsync(Token));
        scene.Lines.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal((id, null), await Runner(scene).RunAsync(Token));

        await LeaveAsync(3);
        scene.Lines.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal("billing.bundle_given_up", (await Runner(scene).RunAsync(Token))!.Value.Error!.Code);
    }

    [Fact]
    public async Task Each_bill_is_on_pages_of_its_own_in_its_own_language()
    {
        var english = PaperSamples.Plain with { Language = "en" };
        var large = PaperSamples.Of([.. Enumerable.Range(0, 60).Select(at => PaperSamples.Line(at, ChargeKind.AddOn, $"Cabang {at + 1:000}", 1_000))], 6_600);
        var pdf = await PaperPress.PrintAsync(new InvoiceBundlePaper([PaperSamples.Plain, large, english]), "id");
        var pages = PdfText.Of(pdf).Split('\f', StringSplitOptions.RemoveEmptyEntries).Select(PdfText.Dense).ToList();

        Assert.InRange(pages.Count, 4, 6);
        Assert.Contains("Terbilang", pages[0], StringComparison.OrdinalIgnoreCase);
        Assert.Contains("Inwords", pages[^1], StringComparison.OrdinalIgnoreCase);
        Assert.All(pages, page => Assert.Contains("PTContohNusantaraNet·INV-202611-000001", page, StringComparison.Ordinal));
        Assert.Single(pages, page => page.Contains("Cabang060", StringComparison.Ordinal));
        // The logo is in it once, however many bills there are.
        var html = await PaperPress.RenderAsync(new InvoiceBundlePaper([PaperSamples.Plain, PaperSamples.Plain, PaperSamples.Plain]), "id");
        Assert.Single(html.Split(PaperSamples.Plain.Logo!)[1..]);
        await Rendered.AssertInkAsync(pdf);
    }

    private static (InvoiceBundleState State, int Bills, int Done) Of(InvoiceBundleRow row) => (row.State, row.Bills, row.Done);

    private static async Task<byte[]> BytesAsync(Stream stream)
    {
        using var copy = new MemoryStream();
        await stream.CopyToAsync(copy, Token);
        return copy.ToArray();
    }

    private InvoiceBundles Bundles(BillingScene scene, params string[] permissions) => new(
        scene.Database.Factory, new TestActor(permissions.Length == 0 ? [InvoicePermissions.InvoicesRead] : permissions), Files(scene), _audit.Object, new SubscriptionScene.Day(scene.Lines.Clock), scene.Lines.Clock);

    private InvoiceBundleRunner Runner(BillingScene scene)
    {
        var pages = new Mock<IDocumentHtml>();
        pages.Setup(p => p.RenderAsync(It.IsAny<IPrintedDocument>(), It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync((IPrintedDocument paper, string _, CancellationToken _) =>
        {
            _printed.Add((InvoiceBundlePaper)paper);
            return "<html></html>";
        });
        var printer = new Mock<IPdfPrinter>();
        printer.Setup(p => p.PrintAsync(It.IsAny<string>(), It.IsAny<CancellationToken>())).ReturnsAsync(() => _pdf);
        return new InvoiceBundleRunner(
            scene.Database.Source,
            new InvoicePaperMaker(new SettingsOf<CompanySettings>(() => new()), new SettingsOf<LetterheadSettings>(() => PaperSamples.Letterhead), Mock.Of<ICompanyLogo>(), new SubscriptionScene.Day(scene.Lines.Clock)),
            pages.Object, printer.Object, Files(scene), scene.Lines.Clock);
    }

    private static readonly EphemeralDataProtectionProvider Keys = new();

    private static InvoiceBundleFiles Files(BillingScene scene) => new(Options.Create(scene.Database.Options), Keys);
}
