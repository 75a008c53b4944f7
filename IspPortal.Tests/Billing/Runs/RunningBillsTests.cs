using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Runs;

/// <summary>A run shows every bill first, bills exactly those, and nothing twice.</summary>
public sealed class RunningBillsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task What_was_looked_at_is_billed_numbered_taxed_and_in_the_ledger(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        var (budi, line) = await scene.SellAsync("Budi Santoso", plan);
        var (siti, _) = await scene.SellAsync("Siti Aminah", plan);
        var began = scene.Lines.Today;

        // The day after its first month ended.
        await scene.Lines.GoToAsync(began.AddMonths(1));
        var run = await scene.PrepareAsync(scene.Lines.Today);
        Assert.Equal((BillingRunState.Waiting, 2, 900_000L, 0L, false), (run.State, run.Accounts, run.Base.Minor, run.Before.Minor, run.IsBeyondLimit));
        Assert.Empty(await scene.BillsOfAsync(budi));
        var items = (await scene.Runs().ItemsAsync(run.Id, new(), new(), Token)).Value.Items;
        Assert.All(items, item => Assert.Equal((UnusualBill.New, BillingItemState.Waiting, 450_000L), (item.Unusual, item.State, item.Base.Minor)));
        var preview = (await scene.Runs().PreviewAsync(budi, run.ThroughOn, Token)).Value;

        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        Assert.True(await scene.Runner().RunAsync(Token));
        run = (await scene.Runs().GetAsync(run.Id, Token)).Value;
        Assert.Equal((BillingRunState.Done, 2, 0, 0), (run.State, run.Billed, run.Failed, run.LeftOut));

        var bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal((InvoiceKind.Invoice, InvoiceStatus.Open, false), (bill.Row.Kind, bill.Row.Status, bill.Row.IsOverdue));
        Assert.Matches(@"^INV-\d{6}-00000[12]$", bill.Row.Number);
        Assert.Equal((450_000L, 49_500L, 499_500L), (bill.Base.Minor, bill.Tax.Minor, bill.Row.Payable.Minor));
        Assert.Equal((began, began.AddMonths(1).AddDays(-1), run.ThroughOn.AddDays(10)), (bill.Row.PeriodFromOn, bill.Row.PeriodToOn, bill.Row.DueOn));
        // Preview equals run, line by line.
        Assert.Equal(preview.Lines, bill.Lines.Select(l => l.Line));
        Assert.Equal([(ChargeKind.Period, 200_000L, line), (ChargeKind.Installation, 250_000L, line)], bill.Lines.Select(l => (l.Line.Kind, l.Line.Amount.Minor, l.Line.SubscriptionId!.Value)).OrderBy(l => l.Kind));

        var entries = (await scene.Ledger().ListAsync(new(BillingAccountId: budi), new(), Token)).Value.Items;
        Assert.Equal([(LedgerAccount.Receivable, 499_500L, 0L), (LedgerAccount.Tax, 0L, 49_500L), (LedgerAccount.Revenue, 0L, 450_000L)], entries.OrderBy(e => e.Account).Select(e => (e.Account, e.Debit.Minor, e.Credit.Minor)));
        Assert.True((await scene.Ledger().GetTrialBalanceAsync(run.ThroughOn, Token)).Value.Difference.IsZero);
        Assert.Single(await scene.BillsOfAsync(siti));

        // Asked again it finds nothing left.
        var again = await scene.PrepareAsync(scene.Lines.Today);
        Assert.Equal((0, 0L), (again.Accounts, again.Base.Minor));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Two_that_work_on_one_run_at_once_bill_everybody_once(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        var (_, line) = await scene.SellAsync("Budi Santoso", plan);
        await scene.CopyAsync(line, 450);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var run = await scene.PrepareAsync(scene.Lines.Today);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);

        // The lease keeps the second away; taken from it, both work at once, and still nothing is billed twice.
        var free = Task.Run(
            async () =>
            {
                for (var i = 0; i < 20; i++)
                {
                    await using var context = scene.Database.Open();
                    await context.Set<BillingRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, DateTime.UnixEpoch), Token);
                    await scene.Runner().RunAsync(Token);
                }
            },
            Token);
        await Task.WhenAll(scene.Runner().RunAsync(Token), free);
        await scene.Runner().RunAsync(Token);

        run = (await scene.Runs().GetAsync(run.Id, Token)).Value;
        Assert.Equal((BillingRunState.Done, 451, 0), (run.State, run.Billed + run.LeftOut, run.Failed));
        await using var after = scene.Database.Open();
        Assert.Equal(451, await after.Set<Invoice>().CountAsync(Token));
        Assert.Equal(451, await after.Set<Invoice>().Select(i => i.BillingAccountId).Distinct().CountAsync(Token));
        Assert.Equal(451 * 2, await after.Set<ChargeClaim>().CountAsync(Token));
        var numbers = await after.Set<Invoice>().OrderBy(i => i.Number).Select(i => i.Number!).ToListAsync(Token);
        Assert.Equal(Enumerable.Range(1, 451).Select(n => $"{numbers[0][..11]}{n:000000}"), numbers);
        Assert.True((await scene.Ledger().GetTrialBalanceAsync(run.ThroughOn, Token)).Value.Difference.IsZero);
    }

    [Fact]
    public async Task A_prepaid_line_gets_a_pro_forma_that_is_no_debt()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (account, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("PRABAYAR-20", 200_000, PlanPayment.Prepaid));
        var run = await scene.BillAsync(scene.Lines.Today);
        Assert.Equal((BillingRunState.Done, 1), (run.State, run.Billed));
        var offer = Assert.Single(await scene.BillsOfAsync(account));
        Assert.Equal((InvoiceKind.ProForma, InvoiceStatus.Offered), (offer.Row.Kind, offer.Row.Status));
        Assert.StartsWith("PF-", offer.Row.Number, StringComparison.Ordinal);
        Assert.Equal(0, (await scene.Ledger().ListAsync(new(BillingAccountId: account), new(), Token)).Value.TotalCount);
        Assert.Equal(Money.Zero, (await scene.Invoices().TotalsAsync(new(), new(), Token)).Value.Outstanding);
    }

    [Theory]
    [InlineData(PlanPayment.Prepaid, InvoiceKind.ProForma)]
    [InlineData(PlanPayment.Postpaid, InvoiceKind.Invoice)]
    public async Task What_is_missing_to_the_minimum_is_on_the_bill_of_the_days(PlanPayment payment, InvoiceKind kind)
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        scene.Settings = scene.Settings with { MinimumCharge = 1_000_000 };
        var (account, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000, payment));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(payment == PlanPayment.Prepaid ? 0 : 1));
        await scene.BillAsync(scene.Lines.Today);
        var bill = Assert.Single(await scene.BillsOfAsync(account));
        Assert.Equal((kind, 1_000_000L, 550_000L), (bill.Row.Kind, bill.Base.Minor, bill.Lines.Single(l => l.Line.Kind == ChargeKind.Minimum).Line.Amount.Minor));
    }

    [Fact]
    public async Task What_lies_before_the_cutover_was_billed_elsewhere()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (account, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-31", 310_000));
        var began = scene.Lines.Today;
        await scene.Lines.GoToAsync(began.AddMonths(3));
        var cutover = began.AddMonths(2).AddDays(10);
        scene.Settings = scene.Settings with { BilledFrom = cutover.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
        await scene.BillAsync(scene.Lines.Today);
        var line = Assert.Single(Assert.Single(await scene.BillsOfAsync(account)).Lines).Line;
        Assert.Equal((cutover, began.AddMonths(3).AddDays(-1), ChargeKind.Period, BillRule.DaysOfPeriod), (line.FromOn!.Value, line.ToOn!.Value, line.Kind, line.Rule));
    }

    [Fact]
    public async Task One_that_cannot_be_billed_is_named_and_stops_nobody()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var good = await scene.PlanAsync("RUMAH-20", 200_000);
        var bad = await scene.PlanAsync("RUMAH-99", 999_000);
        var (budi, _) = await scene.SellAsync("Budi Santoso", good);
        var (siti, _) = await scene.SellAsync("Siti Aminah", bad);
        await using (var context = scene.Database.Open())
        {
            await context.Set<ServicePlan>().Where(p => p.Id == bad.PlanId).ExecuteUpdateAsync(set => set.SetProperty(p => p.TaxCode, "unknown"), Token);
        }

        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var run = await scene.BillAsync(scene.Lines.Today);
        Assert.Equal((BillingRunState.Done, 1, 1), (run.State, run.Billed, run.Failed));
        var first = (await scene.Runs().ItemsAsync(run.Id, new(), new(), Token)).Value.Items[0];
        Assert.Equal((siti, UnusualBill.Failed, BillingItemState.Failed, "billing.unbillable"), (first.BillingAccountId, first.Unusual, first.State, first.ErrorCode));
        Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Empty(await scene.BillsOfAsync(siti));
    }

    [Fact]
    public async Task What_changed_since_it_was_looked_at_waits_for_the_next_run()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (account, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var (other, _) = await scene.SellAsync("Siti Aminah", await scene.PlanAsync("RUMAH-30", 300_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var run = await scene.PrepareAsync(scene.Lines.Today);
        await using (var context = scene.Database.Open())
        {
            await context.Set<SubscriptionTerm>().Where(t => t.SubscriptionId == line).ExecuteUpdateAsync(set => set.SetProperty(t => t.Price, Money.Idr(150_000)), Token);
        }

        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        await scene.Runner().RunAsync(Token);
        run = (await scene.Runs().GetAsync(run.Id, Token)).Value;
        Assert.Equal((BillingRunState.Done, 1, 1), (run.State, run.Billed, run.LeftOut));
        Assert.Empty(await scene.BillsOfAsync(account));
        Assert.Single(await scene.BillsOfAsync(other));
        Assert.Equal(1, (await scene.BillAsync(scene.Lines.Today)).Billed);
        Assert.Equal(400_000, Assert.Single(await scene.BillsOfAsync(account)).Base.Minor);
    }

    [Fact]
    public async Task Observed_paused_discarded_and_opened_twice_are_refused_where_they_must_be()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var today = scene.Lines.Today;

        var watched = await scene.PrepareAsync(today, observe: true);
        Assert.Equal(("billing.run_state", 1), ((await scene.Runs().ApproveAsync(watched.Id, watched.Version, null, Token)).Error!.Code, watched.Accounts));
        Assert.Null((await scene.Runs().PrepareAsync(watched.Id, today, false, Token)).Error);
        Assert.Equal("billing.day_too_far", (await scene.Runs().PrepareAsync(Ids.New(scene.Lines.Clock), today.AddDays(63), false, Token)).Error!.Code);
        Assert.Null((await scene.Runs().DiscardAsync(watched.Id, Token)).Error);
        Assert.Equal("billing.run_state", (await scene.Runs().DiscardAsync(watched.Id, Token)).Error!.Code);
        await using (var context = scene.Database.Open())
        {
            Assert.Equal((0, 0), (await context.Set<Invoice>().CountAsync(Token), await context.Set<LedgerEntry>().CountAsync(Token)));
        }

        var run = await scene.PrepareAsync(today);
        Assert.Equal("billing.run_open", (await scene.Runs().PrepareAsync(Ids.New(scene.Lines.Clock), today, false, Token)).Error!.Code);
        Assert.Equal("common.version_conflict", (await scene.Runs().ApproveAsync(run.Id, run.Version - 1, null, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await scene.Runs(BillingPermissions.BillingRead, BillingPermissions.BillingRun).ApproveAsync(run.Id, run.Version, null, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await scene.Runs("customers.read").ListAsync(new(), Token)).Error!.Code);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        Assert.Null((await scene.Runs().PauseAsync(run.Id, Token)).Error);
        Assert.False(await scene.Runner().RunAsync(Token));
        Assert.Null((await scene.Runs().ResumeAsync(run.Id, Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.Equal(BillingRunState.Done, (await scene.Runs().GetAsync(run.Id, Token)).Value.State);
    }

    [Fact]
    public async Task A_run_far_from_the_month_before_needs_an_administrator_and_a_reason()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        await scene.SellAsync("Budi Santoso", plan);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));

        // The fee for the technician was once: 450,000 before, 200,000 now.
        var run = await scene.PrepareAsync(scene.Lines.Today);
        Assert.Equal((true, 200_000L, 450_000L), (run.IsBeyondLimit, run.Base.Minor, run.Before.Minor));
        Assert.Equal(UnusualBill.Lower, Assert.Single((await scene.Runs().ItemsAsync(run.Id, new(), new(), Token)).Value.Items).Unusual);
        Assert.Equal("billing.run_beyond_limit", (await scene.Runs().ApproveAsync(run.Id, run.Version, " ", Token)).Error!.Code);
        Assert.Equal("billing.run_beyond_limit", (await scene.Runs(BillingPermissions.BillingRead, BillingPermissions.BillingApprove).ApproveAsync(run.Id, run.Version, "Biaya pasang", Token)).Error!.Code);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, "Biaya pasang bulan lalu", Token)).Error);
        await scene.Runner().RunAsync(Token);
        var done = (await scene.Runs().GetAsync(run.Id, Token)).Value;
        Assert.Equal((BillingRunState.Done, "Biaya pasang bulan lalu"), (done.State, done.LimitReason));
    }
}
