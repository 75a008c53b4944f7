using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Events;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Plans;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Outbox;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Billing.Books;
using IspPortal.Tests.Billing.Receipts;
using IspPortal.Tests.Billing.Runs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Opening;

/// <summary>What the old system had is brought along once, is owed, paid and held as it was, and is never billed, taxed or dunned again.</summary>
public sealed class BringingOpeningBalancesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Everything_is_shown_first_then_booked_against_opening_and_paid_at_the_counter(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var today = scene.Lines.Today;
        var import = await scene.DryRunAsync(
            OpeningScene.Invoice("budi.santoso", "LAMA/001", today.AddDays(-40), today.AddDays(-30), 166_500),
            OpeningScene.Deposit("budi.santoso", 250_000),
            OpeningScene.Credit("budi.santoso", 25_000),
            OpeningScene.Cash("loket 1", 1_250_000),
            OpeningScene.Next("INV", 41),
            OpeningScene.Invoice("hantu", "X", today, today, 5));
        Assert.Equal((OpeningState.Checked, 6, 5, 1), (import.State, import.Rows, import.Ready, import.Wrong));
        Assert.Equal(["line opening.unknown_line"], (await scene.ItemsAsync(import.Id, OpeningVerdict.Wrong)).SelectMany(item => item.Problems).Select(problem => $"{problem.Field} {problem.Code}"));
        var dry = (await scene.OpeningDirectory().GetAsync(import.Id, Token)).Value;
        Assert.Equal(
            [(LedgerAccount.Receivable, 166_500L), (LedgerAccount.CustomerCredit, -25_000L), (LedgerAccount.Cash, 1_250_000L), (LedgerAccount.Deposits, -250_000L), (LedgerAccount.Opening, -1_141_500L)],
            dry.Accounts.Select(total => (total.Account, total.Amount.Minor)));
        Assert.True(dry.Difference.IsZero);
        // A dry run writes nothing.
        Assert.Empty(await scene.BalancesAsync());
        Assert.Empty(await scene.BillsOfAsync(budi));

        Assert.Null((await scene.Openings().BookAsync(import.Id, import.Version, Token)).Error);
        Assert.Equal(dry.Accounts.ToDictionary(total => total.Account, total => total.Amount.Minor), await scene.BalancesAsync());
        var bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal(
            (InvoiceKind.Opening, InvoiceStatus.Open, true, "LAMA/001", today.AddDays(-40), today.AddDays(-30), 166_500L, 0L),
            (bill.Row.Kind, bill.Row.Status, bill.Row.IsOverdue, bill.Row.Number, bill.Row.IssuedOn, bill.Row.DueOn, bill.Row.Outstanding.Minor, bill.Tax.Minor));

        // It ages from its old day, stands on the statement, and no credit note corrects what the old system taxed.
        Assert.Equal(166_500, (await scene.Ageing().TotalsAsync(new(), new(), Token)).Value.Sums.Total.Minor);
        var statement = (await scene.Ledger().GetStatementAsync(budi, today.AddDays(-60), today, Token)).Value;
        Assert.Equal((141_500L, 250_000L), (statement.Closing.Minor, statement.Deposits.Minor));
        Assert.Contains(statement.Movements, movement => movement.Reference == "LAMA/001");
        Assert.Equal("corrections.not_creditable", (await scene.Corrections().CreditAsync(new CreditInvoiceRequest("kunci-0001", bill.Row.Id, bill.Version, "Salah"), Token)).Error?.Code);

        // Paid like any other.
        await TakingMoneyTests.PayAsync(scene, budi, 100_000);
        // Its credit goes the same way, and what nobody will pay is given up.
        bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal(166_500 - 100_000 - 25_000, bill.Row.Outstanding.Minor);
        Assert.Null((await scene.Corrections().WriteOffAsync(bill.Row.Id, bill.Version, "Tidak tertagih", Token)).Error);
        Assert.Empty(await TakingMoneyTests.OpenAsync(scene, budi));

        // The series goes on where the old system stopped.
        await using var context = scene.Database.Open();
        Assert.Equal(41, (await context.Set<NumberSequence>().SingleAsync(s => s.Series == $"INV-{today:yyyyMM}", Token)).NextValue);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task The_same_file_again_two_clicks_and_two_nodes_book_it_once(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var today = scene.Lines.Today;
        string[] rows = [OpeningScene.Invoice("budi.santoso", "LAMA/001", today.AddDays(-40), today.AddDays(-30), 166_500), OpeningScene.Credit("budi.santoso", 25_000), OpeningScene.PaidUntil("budi.santoso", today.AddDays(9))];
        var (one, two) = (await scene.DryRunAsync(rows), await scene.DryRunAsync(rows));
        var done = await Task.WhenAll(new[] { one, one, two, two, one }.Select(import => Task.Run(() => scene.Openings().BookAsync(import.Id, import.Version, Token), Token)));
        // Whoever was second with the other file is told that there is nothing left of what it showed.
        Assert.All(done, result => Assert.True(result.Succeeded || result.Error == OpeningErrors.Changed));
        Assert.Equal(166_500, (await scene.BalancesAsync())[LedgerAccount.Receivable]);
        Assert.Equal(-25_000, (await scene.BalancesAsync())[LedgerAccount.CustomerCredit]);

        var again = await scene.DryRunAsync(rows);
        Assert.Equal((0, 3, 0), (again.Ready, again.Known, again.Wrong));
        Assert.Equal("opening.nothing_to_book", (await scene.Openings().BookAsync(again.Id, again.Version, Token)).Error?.Code);
        var other = await scene.DryRunAsync(OpeningScene.Credit("budi.santoso", 30_000));
        Assert.Equal("opening.booked_otherwise", Assert.Single(await scene.ItemsAsync(other.Id)).Problems[0].Code);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_imported_period_is_never_billed_and_credit_pays_the_next_invoice_at_issue(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("RUMAH-30", 300_000);
        var (budi, _) = await scene.SellAsync("Budi Santoso", plan);
        var (siti, _) = await scene.SellAsync("Siti Aminah", plan);
        var (joko, _) = await scene.SellAsync("Joko Widodo", plan);
        var began = scene.Lines.Today;
        var end = began.AddMonths(1).AddDays(-1);
        // Budi is paid for the whole month, Siti owes it to the old system, Joko brought nothing.
        await scene.BringAsync(
            OpeningScene.PaidUntil("budi.santoso", end), OpeningScene.Invoice("siti.aminah", "LAMA/2", began, began, 333_000, began, end), OpeningScene.Credit("budi.santoso", 100_000));
        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        Assert.Empty(await scene.BillsOfAsync(budi));
        Assert.Equal([InvoiceKind.Opening], (await scene.BillsOfAsync(siti)).Select(bill => bill.Row.Kind));
        Assert.Equal([ChargeKind.Period, ChargeKind.Installation], (await scene.BillsOfAsync(joko)).Single().Lines.Select(l => l.Line.Kind).Order());

        // The month after they are billed like everybody, from the day after; no installation again.
        await scene.Lines.GoToAsync(began.AddMonths(2));
        await scene.BillAsync(scene.Lines.Today);
        var bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal((began.AddMonths(1), 300_000L, 233_000L), (bill.Row.PeriodFromOn, bill.Base.Minor, bill.Row.Outstanding.Minor));
        Assert.Equal([ChargeKind.Period], bill.Lines.Select(l => l.Line.Kind));
        Assert.Equal(2, (await scene.BillsOfAsync(siti)).Count);
        Assert.Equal(0, (await scene.BalancesAsync()).GetValueOrDefault(LedgerAccount.CustomerCredit));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_deposit_goes_back_at_the_end_and_is_never_asked_for_again(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-30", 300_000));
        var began = scene.Lines.Today;
        await scene.BringAsync(OpeningScene.Deposit("budi.santoso", 250_000), OpeningScene.PaidUntil("budi.santoso", began.AddMonths(1).AddDays(-1)));
        Assert.Equal(-250_000, (await scene.BalancesAsync())[LedgerAccount.Deposits]);
        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.Lines.DoAsync(line, version => scene.Lines.Lifecycle.TerminateAsync(line, version, null, "Pindah", Token));
        await scene.Lines.GoToAsync(began.AddMonths(1).AddDays(3));
        await scene.BillAsync(scene.Lines.Today);
        var bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Contains((ChargeKind.DepositReturn, -250_000L), bill.Lines.Select(l => (l.Line.Kind, l.Line.Amount.Minor)));
        Assert.Equal(0, (await scene.BalancesAsync()).GetValueOrDefault(LedgerAccount.Deposits));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_prepaid_line_has_the_days_that_were_paid_and_then_runs_out(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("PRA-30", 300_000, PlanPayment.Prepaid);
        var (_, longer) = await scene.SellAsync("Budi Santoso", plan);
        var (_, shorter) = await scene.SellAsync("Siti Aminah", plan);
        var began = scene.Lines.Today;
        await scene.Lines.DoAsync(shorter, version => scene.Lines.Lifecycle.SetAutoRenewAsync(shorter, version, false, Token));
        await scene.BringAsync(OpeningScene.PaidUntil("budi.santoso", began.AddMonths(2)), OpeningScene.PaidUntil("siti.aminah", began.AddDays(4)));
        var follow = new FollowPaidLines(scene.Lines.Writing(scene.Database.Factory));
        await using (var context = scene.Database.Open())
        {
            foreach (var stored in await context.Set<OutboxEvent>().AsNoTracking().Where(e => e.Name.StartsWith("billing.line_")).OrderBy(e => e.Id).ToListAsync(Token))
            {
                await (stored.Name == LinePaidAhead.EventName
                    ? follow.HandleAsync(System.Text.Json.JsonSerializer.Deserialize<LinePaidAhead>(stored.Payload, EventCatalog.Json)!, Token)
                    : follow.HandleAsync(System.Text.Json.JsonSerializer.Deserialize<LineUnpaid>(stored.Payload, EventCatalog.Json)!, Token));
            }
        }

        Assert.Equal(began.AddMonths(2), (await scene.Lines.GetAsync(longer)).Row.EndsOn);
        Assert.Equal(began.AddDays(4), (await scene.Lines.GetAsync(shorter)).Row.EndsOn);
        await scene.Lines.GoToAsync(began.AddDays(5));
        Assert.True((await scene.Lines.GetAsync(shorter)).Row.Holds.HasFlag(Core.Network.Access.AccessHolds.Expired));
        Assert.False((await scene.Lines.GetAsync(longer)).Row.Holds.HasFlag(Core.Network.Access.AccessHolds.Expired));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Taxes_and_revenue_leave_it_out(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var today = scene.Lines.Today;
        await scene.BringAsync(OpeningScene.Invoice("budi.santoso", "LAMA/001", today, today, 166_500), OpeningScene.Credit("budi.santoso", 1_000));
        var month = (await scene.Taxes().GetMonthAsync(null, Token)).Value;
        Assert.Empty(month.Sums);
        Assert.True(month.Tax.IsZero);
        Assert.Empty((await scene.Taxes().FaktursAsync(month.Month, new PageRequest(1, 10), Token)).Value.Items);
        Assert.All((await scene.Revenue().GetMonthsAsync(null, Token)).Value, row => Assert.True(row.Total.IsZero));
        Assert.Empty((await scene.Revenue().SharesAsync(Core.Billing.Revenue.RevenueGroup.Plan, null, new PageRequest(1, 10), Token)).Value.Items);
        Assert.DoesNotContain(LedgerAccount.Revenue, (await scene.BalancesAsync()).Keys);
        Assert.DoesNotContain(LedgerAccount.Tax, (await scene.BalancesAsync()).Keys);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task It_is_taken_back_as_a_whole_as_long_as_nothing_stands_on_it(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var today = scene.Lines.Today;
        string[] rows = [OpeningScene.Invoice("budi.santoso", "LAMA/001", today.AddDays(-40), today.AddDays(-30), 166_500), OpeningScene.Deposit("budi.santoso", 250_000), OpeningScene.Cash("Loket 1", 5_000)];
        var import = await scene.BringAsync(rows);
        Assert.Equal("common.invalid", (await scene.Openings().UndoAsync(import.Id, import.Version, " ", Token)).Error?.Code);
        Assert.Null((await scene.Openings().UndoAsync(import.Id, import.Version, "Berkas yang salah", Token)).Error);
        Assert.Null((await scene.Openings().UndoAsync(import.Id, import.Version, "Berkas yang salah", Token)).Error);
        Assert.All((await scene.BalancesAsync()).Values, balance => Assert.Equal(0, balance));
        var bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal((InvoiceStatus.Withdrawn, 0L), (bill.Row.Status, bill.Row.Outstanding.Minor));
        Assert.StartsWith("LAMA/001#", bill.Row.Number, StringComparison.Ordinal);

        // The right file may say the same numbers; once something was paid of it, it stays.
        var right = await scene.BringAsync(rows);
        await TakingMoneyTests.PayAsync(scene, budi, 10_000);
        Assert.Equal("opening.used", (await scene.Openings().UndoAsync(right.Id, right.Version, "Coba", Token)).Error?.Code);
        Assert.Equal(156_500, (await scene.BalancesAsync())[LedgerAccount.Receivable]);
    }

    [Fact]
    public async Task Other_rows_than_were_looked_at_are_not_booked()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (_, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var import = await scene.DryRunAsync(OpeningScene.Deposit("budi.santoso", 250_000));
        await scene.Lines.DoAsync(line, version => scene.Lines.Lifecycle.TerminateAsync(line, version, null, "Pindah", Token));
        Assert.Equal("opening.changed", (await scene.Openings().BookAsync(import.Id, import.Version, Token)).Error?.Code);
        Assert.Empty(await scene.BalancesAsync());
        Assert.Null((await scene.Openings().CheckAsync(import.Id, import.Version, Token)).Error);
        Assert.Equal(1, (await scene.OpeningDirectory().GetAsync(import.Id, Token)).Value.Row.Wrong);
        Assert.Equal("common.version_conflict", (await scene.Openings().CheckAsync(import.Id, import.Version, Token)).Error?.Code);
        Assert.Null((await scene.Openings().DiscardAsync(import.Id, Token)).Error);
        Assert.Equal("opening.wrong_state", (await scene.Openings().BookAsync(import.Id, import.Version, Token)).Error?.Code);
    }

    [Fact]
    public async Task It_needs_the_permission_a_table_and_a_day()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var desk = scene.Openings();
        var file = new OpeningFile("x.csv", "Nama;Alamat\nBudi;Bekasi"u8.ToArray());
        Assert.Equal("opening.no_headings", (await desk.UploadAsync(Guid.CreateVersion7(), file, scene.Lines.Today, Token)).Error?.Code);
        Assert.Equal("opening.bad_cutover", (await desk.UploadAsync(Guid.CreateVersion7(), file, scene.Lines.Today.AddDays(1), Token)).Error?.Code);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Openings("billing.read").UploadAsync(Guid.CreateVersion7(), file, scene.Lines.Today, Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.OpeningDirectory("billing.read").ListAsync(new(), Token)).Error?.Kind);
        Assert.Equal(ErrorKind.NotFound, (await desk.BookAsync(Guid.CreateVersion7(), 1, Token)).Error?.Kind);
    }

    [Fact]
    public async Task Twelve_thousand_rows_are_judged_in_seconds_and_booked_within_a_minute()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (_, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.CopyAsync(line, 12_000);
        var today = scene.Lines.Today;
        await using var context = scene.Database.Open();
        var names = await context.Set<Core.Subscriptions.Subscription>().Where(s => s.Id != line).OrderBy(s => s.Number).Select(s => s.Number).ToListAsync(Token);
        string[] rows = [.. names.Select((name, at) => OpeningScene.Invoice(name, $"LAMA/{at:00000}", today.AddDays(-40), today.AddDays(-30), 166_500))];
        var began = System.Diagnostics.Stopwatch.GetTimestamp();
        var import = await scene.DryRunAsync(rows);
        var judged = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        Assert.Equal(12_000, import.Ready);
        began = System.Diagnostics.Stopwatch.GetTimestamp();
        Assert.Null((await scene.Openings().BookAsync(import.Id, import.Version, Token)).Error);
        var booked = System.Diagnostics.Stopwatch.GetElapsedTime(began);
        TestContext.Current.TestOutputHelper?.WriteLine($"12,000 rows: judged in {judged.TotalSeconds:0.0} s, booked in {booked.TotalSeconds:0.0} s");
        Assert.True(judged < TimeSpan.FromSeconds(60) && booked < TimeSpan.FromSeconds(60), $"judged in {judged}, booked in {booked}");
        Assert.Equal(12_000L * 166_500, await context.Set<LedgerEntry>().Where(e => e.Account == LedgerAccount.Receivable).SumAsync(e => e.AmountMinor, Token));
    }
}
