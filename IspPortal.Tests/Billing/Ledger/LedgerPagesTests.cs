using Bunit;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Tests.Pages;
using IspPortal.Web.Features.Billing.Pages;
using IspPortal.Web.Features.Billing.Parts;
using Moq;

namespace IspPortal.Tests.Billing.Ledger;

public sealed class LedgerPagesTests : PageScene
{
    private static readonly DateOnly Today = new(2026, 11, 22);
    private static readonly Guid Account = new("019b0000-0000-7000-8000-0000000000b1");
    private static readonly Guid Posting = new("019b0000-0000-7000-8000-0000000000d1");

    private readonly Mock<ILedgerDirectory> _ledger;
    private readonly Mock<IDayClosing> _closing;

    public LedgerPagesTests()
    {
        Allow(LedgerPermissions.LedgerRead, LedgerPermissions.LedgerClose);
        _ledger = Stub<ILedgerDirectory>();
        _closing = Stub<IDayClosing>();
        Stub<IBillingTerms>();
        Stub<IBillingAccounts>().Setup(a => a.GetAsync(Account, It.IsAny<CancellationToken>()))
            .ReturnsAsync(new BillingAccountRow(Account, "BA-202611-000001", Account, "Budi Santoso", "Rumah", true, null, PaymentWay.Cash, null, null, 1));
        _ledger.Setup(l => l.GetTodayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Today);
        Closings();
    }

    [Fact]
    public void The_address_decides_which_entries_are_asked_for_and_exported()
    {
        var missing = MissingTexts.Watch(Services);
        Entries(Entry(LedgerAccount.Cash, 150_000), Entry(LedgerAccount.Receivable, -150_000));
        Address.NavigateTo($"billing/ledger?account=cash&kind=receiptbooked&from=2026-11-01&to=2026-11-30&posting={Posting}&q=KW");

        var page = Open<LedgerPage>();

        _ledger.Verify(l => l.ListAsync(
            new LedgerFilter(LedgerAccount.Cash, null, LedgerKind.ReceiptBooked, new DateOnly(2026, 11, 1), new DateOnly(2026, 11, 30), null, Posting),
            It.Is<PageRequest>(r => r.Search == "KW" && r.Sort == "posted" && r.Descending),
            It.IsAny<CancellationToken>()));
        Assert.StartsWith("export/journal.csv?q=KW", page.Find("a[download]").GetAttribute("href"), StringComparison.Ordinal);
        var rows = page.FindAll("tbody tr");
        Assert.Contains("Rp 150,000", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("1-1100 · LACI-1", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Equal($"billing/accounts/{Account}/statement", rows[1].QuerySelector("a[href*=statement]")!.GetAttribute("href"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void The_trial_balance_adds_up_and_says_so()
    {
        var missing = MissingTexts.Watch(Services);
        Address.NavigateTo("billing/trial-balance?on=2026-10-31");
        Balance(new DateOnly(2026, 10, 31), new(LedgerAccount.Cash, "1-1100", Money.Idr(150_000), Money.Zero), new(LedgerAccount.Receivable, "1-1400", Money.Idr(200_000), Money.Idr(150_000)), new(LedgerAccount.Revenue, "4-1100", Money.Zero, Money.Idr(200_000)));

        var page = Open<TrialBalancePage>();

        Assert.Contains("In balance", page.Find(".badge[data-tone=good]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp 50,000", page.Find("[data-account=Receivable]").TextContent, StringComparison.Ordinal);
        Assert.Equal("billing/ledger?account=cash&to=2026-10-31", page.Find("[data-account=Cash] a").GetAttribute("href"));
        Assert.Equal(["Rp 350,000", "Rp 350,000", "Rp 200,000", "Rp 200,000"], page.FindAll("tfoot td.figures").Select(cell => cell.TextContent));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_ledger_that_is_broken_is_not_called_balanced()
    {
        Balance(Today, new TrialBalanceRow(LedgerAccount.Cash, "1-1100", Money.Idr(1), Money.Zero));
        Assert.Contains("Out of balance by Rp 1", Open<TrialBalancePage>().Find(".badge[data-tone=bad]").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void A_statement_shows_the_last_year_until_somebody_chooses_days()
    {
        var missing = MissingTexts.Watch(Services);
        Statement(
            new StatementMovement(Posting, Today, Clock.GetUtcNow().UtcDateTime, LedgerKind.InvoiceIssued, "INV-1", null, null, Money.Idr(200_000), Money.Idr(200_000)),
            new StatementMovement(Account, Today, Clock.GetUtcNow().UtcDateTime, LedgerKind.ReceiptBooked, "KW-1", null, "tunai", Money.Idr(-250_000), Money.Idr(-50_000)));

        var page = Open<StatementPage>(p => p.Add(s => s.BillingAccountId, Account));

        _ledger.Verify(l => l.GetStatementAsync(Account, new DateOnly(2025, 11, 23), Today, It.IsAny<CancellationToken>()), Times.Once);
        Assert.Contains("Budi Santoso", page.Find("h1").TextContent, StringComparison.Ordinal);
        Assert.Equal("−Rp 50,000", page.Find("[data-closing]").TextContent);
        Assert.Contains("Rp 50,000 is paid ahead", page.Markup, StringComparison.Ordinal);
        Assert.Contains("tunai", page.FindAll("tbody tr")[1].TextContent, StringComparison.Ordinal);

        page.FindAll("[data-statement] input[type=date]")[0].Change("2026-11-01");
        page.WaitForAssertion(() => _ledger.Verify(l => l.GetStatementAsync(Account, new DateOnly(2026, 11, 1), Today, It.IsAny<CancellationToken>()), Times.Once));
        Assert.EndsWith("?from=2026-11-01", Address.Uri, StringComparison.Ordinal);
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void A_statement_is_nothing_to_who_may_not_read_it()
    {
        Allow(CustomersPermissions.CustomersRead);
        Assert.Equal("", Open<StatementPart>(p => p.Add(s => s.BillingAccountId, Account)).Markup.Trim());
        _ledger.VerifyNoOtherCalls();
    }

    [Fact]
    public void A_period_that_is_none_is_said_in_its_place()
    {
        Address.NavigateTo("?from=2026-12-01&to=2026-11-01");
        _ledger.Setup(l => l.GetStatementAsync(Account, new DateOnly(2026, 12, 1), new DateOnly(2026, 11, 1), It.IsAny<CancellationToken>())).ReturnsAsync(LedgerErrors.BadPeriod(3_660));
        Assert.Contains("ledger.bad_period", Open<StatementPart>(p => p.Add(s => s.BillingAccountId, Account)).Find(".error-panel").TextContent, StringComparison.Ordinal);
    }

    [Fact]
    public void The_day_to_be_closed_is_shown_with_what_lies_where()
    {
        var missing = MissingTexts.Watch(Services);
        Preview(Today, new DayTotals(Today, Today, 3, [new(LedgerAccount.Cash, "LACI-1", Money.Idr(20_000), Money.Idr(170_000), Money.Idr(150_000))]));
        Closings(new DayClosingRow(Posting, Today.AddDays(-1), null, Clock.GetUtcNow().UtcDateTime, "Sari", 4, "cocok", [new(LedgerAccount.Bank, "BCA", Money.Zero, Money.Idr(9_000), Money.Zero)]));

        var page = Open<DayClosingPage>();

        Assert.Contains("3 postings", page.Find("[data-day-closing]").TextContent, StringComparison.Ordinal);
        Assert.Contains("Rp 40,000", page.Find("[data-day-totals] tbody tr").TextContent, StringComparison.Ordinal);
        Assert.Contains("BCA: Rp 9,000", page.Markup, StringComparison.Ordinal);
        Assert.Equal("billing/ledger?to=2026-11-21", page.Find("a[href^='billing/ledger?']").GetAttribute("href"));
        Assert.NotNull(page.Find("button[type=submit]"));
        Assert.Empty(missing.Keys);
    }

    [Fact]
    public void Who_may_only_look_closes_nothing()
    {
        Allow(LedgerPermissions.LedgerRead);
        Preview(Today, new DayTotals(Today, null, 0, []));
        Assert.Empty(Open<DayClosingPage>().FindAll("button[type=submit]"));
    }

    [Fact]
    public void When_today_is_closed_the_page_says_so_and_shows_no_failure()
    {
        _closing.Setup(c => c.GetOpenDayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(Today);
        _closing.Setup(c => c.PreviewAsync(Today, It.IsAny<CancellationToken>())).ReturnsAsync(LedgerErrors.DayClosed(Today));
        var page = Open<DayClosingPage>();
        Assert.Contains("Today is closed already", page.Markup, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(".error-panel"));

        Address.NavigateTo("billing/closing?on=2026-11-22");
        page.WaitForAssertion(() => Assert.Contains("ledger.day_closed", page.Find(".error-panel").TextContent, StringComparison.Ordinal));
    }

    private static LedgerEntryRow Entry(LedgerAccount account, long amount) => new(Guid.CreateVersion7(), Posting, Today, LedgerKind.ReceiptBooked, "KW-1", null, account, "1-1100", account == LedgerAccount.Cash ? "LACI-1" : null, Money.Idr(amount))
    {
        OccurredAtUtc = new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc),
        RecordedAtUtc = new DateTime(2026, 11, 22, 1, 0, 0, DateTimeKind.Utc),
        ActorName = "Sari",
        BillingAccountId = Account,
        BillingAccountNumber = "BA-202611-000001",
        CustomerName = "Budi Santoso",
    };

    private void Entries(params LedgerEntryRow[] rows) => _ledger.Setup(l => l.ListAsync(It.IsAny<LedgerFilter>(), It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((Result<Page<LedgerEntryRow>>)new Page<LedgerEntryRow>(rows, 1, 50, rows.Length));

    private void Balance(DateOnly on, params TrialBalanceRow[] rows) => _ledger.Setup(l => l.GetTrialBalanceAsync(on, It.IsAny<CancellationToken>())).ReturnsAsync(new TrialBalance(on, rows));

    private void Statement(params StatementMovement[] movements) => _ledger.Setup(l => l.GetStatementAsync(Account, It.IsAny<DateOnly>(), It.IsAny<DateOnly>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((Guid id, DateOnly from, DateOnly to, CancellationToken _) => (Result<AccountStatement>)new AccountStatement(id, "BA-202611-000001", "Rumah", "Budi Santoso", from, to, Money.Zero, movements, movements[^1].Balance, Money.Zero));

    private void Preview(DateOnly on, DayTotals totals)
    {
        _closing.Setup(c => c.GetOpenDayAsync(It.IsAny<CancellationToken>())).ReturnsAsync(on);
        _closing.Setup(c => c.PreviewAsync(on, It.IsAny<CancellationToken>())).ReturnsAsync(totals);
    }

    private void Closings(params DayClosingRow[] rows) => _closing.Setup(c => c.ListAsync(It.IsAny<PageRequest>(), It.IsAny<CancellationToken>()))
        .ReturnsAsync((Result<Page<DayClosingRow>>)new Page<DayClosingRow>(rows, 1, 50, rows.Length));
}
