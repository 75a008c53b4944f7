using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Dunning;

/// <summary>Sixty days late the lines end: looked at, let go by a person, taken back as one while nothing of it is billed.</summary>
public sealed class EndingLatePayersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_run_ends_the_lines_of_bills_that_are_late_for_so_long_and_names_whom_it_holds_back(string provider)
    {
        await using var scene = await CreateAsync(provider);
        var (budi, budisLine) = await SellAsync(scene, "Budi");
        var (siti, sitisLine) = await SellAsync(scene, "Siti");
        var (joko, jokosLine) = await SellAsync(scene, "Joko");
        var (dewi, dewisLine) = await SellAsync(scene, "Dewi");
        var due = await scene.BillAsync();
        // A line of the same account that no late bill bills stays.
        var second = await scene.Lines.SellAsync(scene.Lines.Wish(budi, await scene.Bills.PlanAsync("RUMAH-50", 350_000)) with { Username = "budi.dua", ActivateNow = true });

        await scene.GoToAsync(due.AddDays(59));
        Assert.Equal((0, 0), await PreparedAsync(scene));
        await scene.GoToAsync(due.AddDays(60));
        await scene.Walk().RunAsync(Token);
        Assert.Equal(DunningStage.TerminationDue, (await scene.StandsAsync(budi)).Row.Stage);
        Assert.Null((await scene.Desk().PromiseAsync(Guid.CreateVersion7(), siti, new([new(scene.Lines.Today.AddDays(3), Money.Idr(499_500))], "Gajian"), Token)).Error);
        Assert.Null((await scene.Desk().ExceptAsync(joko, null, "Kantor desa", Token)).Error);
        await using (var context = scene.Database.Open())
        {
            scene.Cover.Behind.Add(await context.Set<Subscription>().Where(s => s.Id == dewisLine).Select(s => s.AccessId).SingleAsync(Token));
        }

        var run = await PrepareAsync(scene);
        Assert.Equal((DunningRunKind.Termination, IsolirRunState.Waiting, 1, 3, 1), (run.Kind, run.State, run.Accounts, run.Held, run.Lines));
        Assert.StartsWith("TER", run.Number, StringComparison.Ordinal);
        var items = await scene.ItemsAsync(run.Id);
        Assert.Equal((DunningObstacle.None, DunningObstacle.Promise, DunningObstacle.NeverIsolir, DunningObstacle.Outage), (items[budi].Obstacle, items[siti].Obstacle, items[joko].Obstacle, items[dewi].Obstacle));
        // The isolir run of the same day is another one.
        Assert.Null((await scene.Runs().PrepareAsync(Guid.CreateVersion7(), scene.Lines.Today, Token)).Error);
        Assert.Equal("dunning.run_of_day", (await scene.Runs().PrepareTerminationAsync(Guid.CreateVersion7(), scene.Lines.Today, Token)).Error?.Code);

        await ApproveAsync(scene, run);
        run = await scene.RunAsync(run.Id);
        Assert.Equal((IsolirRunState.Done, 1, 0, 0), (run.State, run.Isolated, run.Failed, run.LeftOut));
        var ended = await scene.Lines.GetAsync(budisLine);
        Assert.Equal((SubscriptionStatus.Terminated, scene.Lines.Today), (ended.Row.Status, ended.Row.EndsOn!.Value));
        Assert.Equal(LineDeliveryState.Pending, ended.Delivery!.State);
        foreach (var line in new[] { sitisLine, jokosLine, dewisLine, second.Id })
        {
            Assert.NotEqual(SubscriptionStatus.Terminated, (await scene.Lines.GetAsync(line)).Row.Status);
        }

        await using (var context = scene.Database.Open())
        {
            // The secret is disabled and kept for as long as the settings say.
            var wanted = await context.Set<DesiredAccessRecord>().SingleAsync(w => w.Username == "budi", Token);
            Assert.Equal((AccessLifecycle.Terminated, scene.Lines.Today.AddDays(30)), (wanted.Lifecycle, DateOnly.FromDateTime(wanted.KeepDisabledUntilUtc!.Value.AddHours(7))));
        }

        Assert.Contains(scene.Messages.Orders, order => order.Event == "dunning.ended" && order.SubjectId == budi);
        Assert.Contains((await scene.HistoryAsync(budi)), entry => entry.Kind == DunningEntryKind.Ended && entry.Detail == run.Number);
        Assert.Equal(IsolirItemState.Ended, (await scene.ItemsAsync(run.Id))[budi].State);

        // The last bill has the days until then and gives the deposit back, which pays what is open.
        var owed = (await scene.Bills.Receipts().PayablesAsync(budi, Token)).Value.Owed.Minor;
        await scene.GoToAsync(scene.Lines.Today.AddDays(1));
        await scene.Bills.BillAsync(scene.Lines.Today);
        var last = (await scene.Bills.BillsOfAsync(budi))[^1];
        Assert.Contains(last.Lines, line => line.Line.Kind == Core.Billing.Generator.ChargeKind.DepositReturn);
        var payables = (await scene.Bills.Receipts().PayablesAsync(budi, Token)).Value;
        Assert.Equal((owed + last.Row.Payable.Minor, 0L), (payables.Owed.Minor, payables.Credit.Minor));
        Assert.True((await scene.Bills.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Undone_before_the_last_bill_a_line_comes_back_held_as_before_and_after_it_it_does_not(string provider)
    {
        await using var scene = await CreateAsync(provider);
        var (budi, budisLine) = await SellAsync(scene, "Budi");
        var (siti, sitisLine) = await SellAsync(scene, "Siti");
        var due = await scene.BillAsync();
        await scene.GoToAsync(due.AddDays(5));
        var isolir = await scene.IsolateAsync();
        await scene.GoToAsync(due.AddDays(60));
        var run = await PrepareAsync(scene);
        await ApproveAsync(scene, run);
        await using (var context = scene.Database.Open())
        {
            Assert.Equal(2, await context.Set<Subscription>().CountAsync(s => s.Status == SubscriptionStatus.Terminated && s.Holds == AccessHolds.None, Token));
        }

        Assert.Null((await scene.Runs().UndoAsync(run.Id, "Salah daftar", Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.Equal(IsolirRunState.Undone, (await scene.RunAsync(run.Id)).State);
        Assert.All((await scene.ItemsAsync(run.Id)).Values, item => Assert.Equal(IsolirItemState.Undone, item.State));
        var back = await scene.Lines.GetAsync(budisLine);
        Assert.Equal((AccessHolds.Dunning, null), (back.Row.Holds, back.Row.EndsOn));
        await using (var context = scene.Database.Open())
        {
            Assert.Null((await context.Set<SubscriptionTerm>().SingleAsync(t => t.SubscriptionId == budisLine, Token)).ToOn);
            Assert.Equal(isolir.Number, (await context.Set<SubscriptionHold>().SingleAsync(h => h.SubscriptionId == budisLine, Token)).Reason);
        }

        // Nothing of an end is billed to who came back, and who pays comes back from isolir as ever.
        await scene.GoToAsync(scene.Lines.Today.AddDays(1));
        await scene.Bills.BillAsync(scene.Lines.Today);
        Assert.DoesNotContain((await scene.Bills.BillsOfAsync(budi)).SelectMany(b => b.Lines), line => line.Line.Kind is Core.Billing.Generator.ChargeKind.DepositReturn or Core.Billing.Generator.ChargeKind.EarlyEnd);
        await scene.PayAsync(budi, 5_000_000);
        await scene.Reconnections().RunAsync(Token);
        Assert.Equal(AccessHolds.None, (await scene.Lines.GetAsync(budisLine)).Row.Holds);

        // Ended again, and billed for good: it stays.
        run = await PrepareAsync(scene);
        await ApproveAsync(scene, run);
        await scene.GoToAsync(scene.Lines.Today.AddDays(1));
        await scene.Bills.BillAsync(scene.Lines.Today);
        Assert.Null((await scene.Runs().UndoAsync(run.Id, "Salah lagi", Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.Equal(IsolirRunState.Undone, (await scene.RunAsync(run.Id)).State);
        Assert.Equal(IsolirItemState.Ended, Assert.Single(await scene.ItemsAsync(run.Id)).Value.State);
        Assert.Equal(siti, Assert.Single(await scene.ItemsAsync(run.Id)).Key);
        Assert.Equal(SubscriptionStatus.Terminated, (await scene.Lines.GetAsync(sitisLine)).Row.Status);
    }

    [Fact]
    public async Task Who_pays_after_the_end_comes_back_from_nothing_and_pays_no_fee_for_it()
    {
        await using var scene = await CreateAsync("Sqlite");
        scene.Settings = scene.Settings with { ReconnectFee = 25_000 };
        var (budi, line) = await SellAsync(scene, "Budi");
        var due = await scene.BillAsync();
        await scene.GoToAsync(due.AddDays(5));
        await scene.IsolateAsync();
        await scene.GoToAsync(due.AddDays(60));
        await ApproveAsync(scene, await PrepareAsync(scene));
        await scene.Walk().RunAsync(Token);
        Assert.Equal(DunningStage.Ended, (await scene.StandsAsync(budi)).Row.Stage);
        scene.Lines.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.PayAsync(budi, 599_500);
        await scene.Reconnections().RunAsync(Token);
        Assert.Equal(SubscriptionStatus.Terminated, (await scene.Lines.GetAsync(line)).Row.Status);
        Assert.DoesNotContain(await scene.Bills.BillsOfAsync(budi), bill => bill.Row.Kind == InvoiceKind.DebitNote);
        Assert.DoesNotContain(scene.Messages.Orders, order => order.Event == "dunning.restored");
    }

    [Fact]
    public async Task It_takes_a_person_who_may_and_a_reason_beyond_the_limit()
    {
        await using var scene = await CreateAsync("Sqlite");
        scene.Settings = scene.Settings with { RunSharePercent = 25, ApprovesRuns = true, PreparesRuns = true };
        var (budi, line) = await SellAsync(scene, "Budi");
        var due = await scene.BillAsync();
        await scene.GoToAsync(due.AddDays(60));
        string[] clerk = [DunningPermissions.DunningRead, DunningPermissions.IsolirRun];
        Assert.Equal("identity.forbidden", (await scene.Runs(clerk).PrepareTerminationAsync(Guid.CreateVersion7(), scene.Lines.Today, Token)).Error?.Code);
        var run = await PrepareAsync(scene);
        Assert.Equal((IsolirRunState.Waiting, true), (run.State, run.IsBeyondShare));
        Assert.Equal("identity.forbidden", (await scene.Runs(clerk).ApproveAsync(run.Id, run.Version, "Ya", Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.Runs(clerk).DiscardAsync(run.Id, Token)).Error?.Code);
        Assert.Equal("dunning.run_beyond_limit", (await scene.Runs(DunningPermissions.DunningRead, DunningPermissions.TerminationRun).ApproveAsync(run.Id, run.Version, "Ya", Token)).Error?.Code);
        Assert.Equal("dunning.run_beyond_limit", (await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error?.Code);

        // Paid since it was prepared: left out, and named.
        await scene.PayAsync(budi, 5_000_000);
        run = await scene.RunAsync(run.Id);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, "Sudah diperiksa", Token)).Error);
        await scene.Runner().RunAsync(Token);
        Assert.Equal((IsolirItemState.LeftOut, DunningObstacle.Paid), ((await scene.ItemsAsync(run.Id))[budi].State, (await scene.ItemsAsync(run.Id))[budi].Obstacle));
        Assert.NotEqual(SubscriptionStatus.Terminated, (await scene.Lines.GetAsync(line)).Row.Status);

        scene.Settings = scene.Settings with { TerminateAfterDays = 0 };
        Assert.Equal("dunning.no_termination", (await scene.Runs().PrepareTerminationAsync(Guid.CreateVersion7(), scene.Lines.Today, Token)).Error?.Code);
    }

    private static async Task<DunningScene> CreateAsync(string provider)
    {
        var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100, RunUsualPercent = 1_000 };
        return scene;
    }

    // 200,000 a month with a deposit of 100,000.
    private static async Task<(Guid Account, Guid Line)> SellAsync(DunningScene scene, string name)
    {
        var id = await scene.Lines.Plans.AddAsync(new SavePlanRequest(name, "RUMAH-" + name.ToUpperInvariant(), AccessService.Pppoe, new PlanSpeed(20_000_000, 10_000_000))
        {
            Terms = new PlanTerms(Money.Idr(200_000)) { InstallationFee = Money.Idr(250_000), Deposit = Money.Idr(100_000) },
            Payment = PlanPayment.Postpaid,
            Profile = name.ToUpperInvariant().Replace(' ', '-'),
        });
        return await scene.Bills.SellAsync(name, (id, (await scene.Lines.Plans.Catalog.PriceOnAsync(id, scene.Lines.Today, Token)).Value.Id));
    }

    private static async Task<IsolirRunRow> PrepareAsync(DunningScene scene)
    {
        var id = Guid.CreateVersion7();
        Assert.Null((await scene.Runs().PrepareTerminationAsync(id, scene.Lines.Today, Token)).Error);
        await scene.Runner().RunAsync(Token);
        return await scene.RunAsync(id);
    }

    private static async Task<(int Accounts, int Held)> PreparedAsync(DunningScene scene)
    {
        var run = await PrepareAsync(scene);
        Assert.Null((await scene.Runs().DiscardAsync(run.Id, Token)).Error);
        return (run.Accounts, run.Held);
    }

    private static async Task ApproveAsync(DunningScene scene, IsolirRunRow run)
    {
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, "Sudah diperiksa", Token)).Error);
        await scene.Runner().RunAsync(Token);
    }
}
