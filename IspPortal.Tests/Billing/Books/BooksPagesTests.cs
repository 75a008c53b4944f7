using Bunit;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Leaks;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Revenue;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Plans;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Billing.Pages;
using IspPortal.Web.Features.Billing.Parts;
using Moq;

namespace IspPortal.Tests.Billing.Books;

public sealed class BooksPagesTests : PageScene
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Account = new("019b0000-0000-7000-8000-0000000000b1");
    private static readonly Guid Invoice = new("019b0000-0000-7000-8000-0000000000c1");

    private static readonly BillingTermsDetails Terms = new(Account, "BA-1", "Rumah", CustomerTax.Collector, 200, 5, "•••• 00", null, "000007", true, 3);

    private readonly Mock<IAgeing> _ageing;
    private readonly Mock<ITaxBooks> _books;
    private readonly Mock<IBillingTerms> _terms;

    public BooksPagesTests()
    {
        Allow(LedgerPermissions.LedgerRead, TaxPermissions.TaxRead, TaxPermissions.TaxWrite);
        _ageing = Stub<IAgeing>();
        _books = Stub<ITaxBooks>();
        _terms = Stub<IBillingTerms>();
        Stub<IPlanCatalog>();
        Stub<ICustomerDirectory>();
        Stub<IBusinessClock>().Setup(c => c.TodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Today);
        var sums = new AgeingSums(Money.Idr(10_000), Money.Idr(20_000), Money.Idr(30_000), Money.Idr(40_000), Money.Idr(50_000));
        _ageing.Setup(a => a.ListAsync(It.IsAny<AgeingFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((AgeingFilter _, PageRequest page, CancellationToken _) =>
            Page<AgeingRow>.Of([new(Account, "BA-202611-000001", "Rumah", Account, "Budi Santoso", "0812", 3, Today.AddDays(-100), sums)], page, 1));
        _ageing.Setup(a => a.TotalsAsync(It.IsAny<AgeingFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync(new AgeingTotals(Today, 1, 3, sums));
        _books.Setup(b => b.GetMonthAsync(It.IsAny<TaxMonth?>(), It.IsAny<CancellationToken>())).ReturnsAsync(new TaxMonthSummary(
            new(2026, 11), [new("04", false, 1, Money.Idr(450_000), Money.Idr(412_500), Money.Idr(49_500)), new("04", true, 2, Money.Idr(900_000), Money.Idr(825_000), Money.Idr(99_000))], Money.Zero, 1, Money.Idr(9_000), false));
        _books.Setup(b => b.FaktursAsync(It.IsAny<TaxMonth>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((TaxMonth _, PageRequest page, CancellationToken _) =>
            Page<FakturRow>.Of([new(Invoice, Account, "INV-202611-000001", Today, "04", "PT Maju", Money.Idr(450_000), Money.Idr(412_500), Money.Idr(49_500), [FakturGap.SellerTin, FakturGap.BuyerNumber])], page, 1));
        _books.Setup(b => b.WaitingAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((PageRequest page, CancellationToken _) =>
            Page<WaitingSlipRow>.Of([new(Invoice, Account, "INV-202611-000001", "PT Maju", Today, Money.Idr(450_000), Money.Idr(9_000), 12)], page, 1));
        _books.Setup(b => b.GetTelecomAsync(2026, It.IsAny<CancellationToken>())).ReturnsAsync(TelecomReport.Of(2026, new Dictionary<int, Money> { [11] = Money.Idr(1_000_000) }, TelecomRate.Parse("2009-01-01 0.5 1.25")!));
        _terms.Setup(t => t.GetAsync(Account, It.IsAny<CancellationToken>())).ReturnsAsync(Terms);
    }

    [Fact]
    public void Ageing_asks_what_its_address_says_and_shows_how_late_everything_is()
    {
        var missing = MissingTexts.Watch(Services);
        Address.NavigateTo("billing/ageing?on=2026-10-31&late=days60&city=bekasi&tag=vip&q=budi");

        var page = Open<AgeingPage>();

        _ageing.Verify(a => a.ListAsync(
            new AgeingFilter { On = new DateOnly(2026, 10, 31), Bucket = AgeingBucket.Days60, City = "bekasi", Tag = "vip" }, It.Is<PageRequest>(r => r.Search == "budi" && r.Sort == "total" && r.Descending), It.IsAny<CancellationToken>()));
        page.WaitForAssertion(() => Assert.Contains("Rp 150,000", page.Find("[data-figure=total]").TextContent, StringComparison.Ordinal));
        Assert.All(["Rp 10,000", "Rp 20,000", "Rp 30,000", "Rp 40,000", "Rp 50,000", "Rp 150,000", "BA-202611-000001"], part => Assert.Contains(part, page.Find("tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Equal($"billing/accounts/{Account}/statement", page.Find("tbody a").GetAttribute("href"));
        Assert.Contains(page.FindAll("a[download]"), link => link.GetAttribute("href")!.StartsWith("export/ageing.xlsx?", StringComparison.Ordinal));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Taxes_show_sums_what_is_missing_slips_and_what_the_state_takes()
    {
        var missing = MissingTexts.Watch(Services);

        var page = Open<TaxPage>();

        page.WaitForAssertion(() => Assert.Contains("NPWP or NIK of the buyer", page.Markup, StringComparison.Ordinal));
        Assert.Contains("Rp 99,000", page.Find("[data-tax-row=retail]").TextContent, StringComparison.Ordinal);
        Assert.Equal("Rp 148,500", page.Find("[data-figure=payable]").TextContent);
        Assert.Single(page.FindAll("[data-seller-missing]"));
        Assert.Equal("export/coretax.xml?month=2026-11&part=1", page.Find("[data-coretax]").GetAttribute("href"));
        Assert.Contains("Rp 12,500", page.Find("[data-telecom] tfoot").TextContent, StringComparison.Ordinal);
        Assert.Single(page.FindAll("[data-slip]"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Whoever_may_only_look_records_no_slip_and_changes_no_terms()
    {
        Allow(TaxPermissions.TaxRead);
        Assert.Empty(Open<TaxPage>().FindAll("[data-slip]"));
        Assert.Empty(Open<TermsPart>(p => p.Add(t => t.BillingAccountId, Account)).FindAll("[data-act=terms]"));
    }

    [Fact]
    public void A_month_to_come_says_so()
    {
        _books.Setup(b => b.GetMonthAsync(new TaxMonth(2027, 1), It.IsAny<CancellationToken>())).ReturnsAsync(TaxErrors.BadMonth);
        Address.NavigateTo("billing/tax?month=2027-01");
        Assert.Contains("tax.bad_month", Open<TaxPage>().Markup, StringComparison.Ordinal);
    }

    [Fact]
    public void Terms_are_shown_and_saved_as_they_are_typed()
    {
        var missing = MissingTexts.Watch(Services);
        var part = Open<TermsPart>(p => p.Add(t => t.BillingAccountId, Account));
        Assert.All(["Government collector", "2 %", "•••• 00", "000007"], text => Assert.Contains(text, part.Find("[data-terms]").TextContent, StringComparison.Ordinal));
        Assert.Single(part.FindAll("[data-act=terms]"));

        SaveBillingTermsRequest? saved = null;
        _terms.Setup(t => t.SaveAsync(Account, 3, It.IsAny<SaveBillingTermsRequest>(), It.IsAny<CancellationToken>()))
            .Callback((Guid _, long _, SaveBillingTermsRequest request, CancellationToken _) => saved = request).ReturnsAsync(Result.Success);
        var dialog = Open<TermsDialog>(p => p.Add(d => d.Terms, Terms));
        dialog.Find("#terms-withholding").Input("2,5");
        dialog.Find("#terms-npwp").Input("00.987.654.3-210.9000");
        dialog.Find("#terms-day").Input("");
        dialog.Find("form").Submit();
        Assert.Equal(new SaveBillingTermsRequest(CustomerTax.Collector, 250, null, "0098765432109000", null, "000007"), saved);
        dialog.Find("#terms-withholding").Input("2,555");
        saved = null;
        dialog.Find("form").Submit();
        Assert.Null(saved);
        // A field says what is wrong, not what to do.
        Assert.DoesNotContain(missing.Keys, key => !key.EndsWith(".do", StringComparison.Ordinal));
    }

    [Fact]
    public void Revenue_shows_its_months_and_what_was_billed_of_what()
    {
        var missing = MissingTexts.Watch(Services);
        var revenue = Stub<IRevenue>();
        var period = new RevenuePeriod(new(2026, 10), new(2026, 11));
        revenue.Setup(r => r.GetMonthsAsync(period, It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<RevenueMonth>>(
            [new(new(2026, 10), Money.Idr(1_000_000), Money.Zero, Money.Zero, null, 0, 5, 0), new(new(2026, 11), Money.Idr(1_100_000), Money.Zero, Money.Zero, Money.Idr(1_000_000), 5, 1, 1)]));
        revenue.Setup(r => r.SharesAsync(RevenueGroup.Area, period, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((RevenueGroup _, RevenuePeriod? _, PageRequest page, CancellationToken _) =>
            Page<RevenueShare>.Of([new("Bekasi", Money.Idr(700_000), 3, 70), new(null, Money.Idr(300_000), 1, 30)], page, 2));
        Address.NavigateTo("billing/revenue?from=2026-10&to=2026-11&by=area");

        var page = Open<RevenuePage>();

        Assert.All(["Rp 1,100,000", "10.0 %", "20.0 %", "Rp 220,000"], text => Assert.Contains(text, page.Find("[data-month='2026-11']").TextContent, StringComparison.Ordinal));
        page.WaitForAssertion(() => Assert.Contains("No plan or city", page.Markup, StringComparison.Ordinal));
        Assert.Contains(page.FindAll("a[download]"), link => link.GetAttribute("href") == "export/revenue.xlsx?from=2026-10&to=2026-11");
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Leaks_show_what_each_kind_comes_to_and_say_what_is_not_known()
    {
        var missing = MissingTexts.Watch(Services);
        Allow(BillingPermissions.BillingRead);
        var leaks = Stub<ILeaks>();
        leaks.Setup(l => l.TotalsAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Result.Of<IReadOnlyList<LeakTotal>>(
            [.. Enum.GetValues<LeakKind>().Select(kind => new LeakTotal(kind, kind == LeakKind.UnknownOnRouter ? 3 : 0, Money.Idr(kind == LeakKind.UnknownOnRouter ? 120_000 : 0), kind == LeakKind.UnknownOnRouter ? 2 : 0))]));
        leaks.Setup(l => l.ListAsync(LeakKind.UnknownOnRouter, It.IsAny<PageRequest>(), It.IsAny<CancellationToken>())).ReturnsAsync((LeakKind kind, PageRequest page, CancellationToken _) =>
            Page<LeakRow>.Of([.. Enum.GetValues<LeakEvidence>().Select(evidence => new LeakRow(kind, Guid.CreateVersion7(), null, "liar-1", "liar-1", null, "RTR-1", evidence, Today, null))], page, 10));
        Address.NavigateTo("billing/leaks?kind=unknownonrouter");

        var page = Open<LeaksPage>();

        Assert.Contains("2 not known", page.Find("[data-leak=UnknownOnRouter]").TextContent, StringComparison.Ordinal);
        page.WaitForAssertion(() => Assert.Contains("not known", page.Find("[data-leaks] ~ section tbody tr").TextContent, StringComparison.Ordinal));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_slip_is_recorded_as_it_is_typed()
    {
        var missing = MissingTexts.Watch(Services);
        RecordSlipRequest? saved = null;
        _books.Setup(b => b.RecordSlipAsync(Invoice, It.IsAny<RecordSlipRequest>(), It.IsAny<CancellationToken>()))
            .Callback((Guid _, RecordSlipRequest request, CancellationToken _) => saved = request).ReturnsAsync(TaxErrors.OtherAmount(Money.Idr(9_000)));
        var dialog = Open<RecordSlipDialog>(p => p.Add(d => d.Row, new WaitingSlipRow(Invoice, Account, "INV-1", "PT Maju", Today, Money.Idr(450_000), Money.Idr(9_000), 12)));
        dialog.Find("#slip-number").Input("BP-7");
        dialog.Find("#slip-on").Input("2026-11-20");
        dialog.Find("#slip-amount").Input("9.001");
        dialog.Find("form").Submit();
        Assert.Equal(new RecordSlipRequest("BP-7", new DateOnly(2026, 11, 20), 9_001), saved);
        Assert.Contains("tax.other_amount", dialog.Markup, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);
    }
}
