using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Dunning;

public sealed class IsolatingLatePayersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_run_isolates_who_is_late_enough_names_whom_it_holds_back_and_is_undone_as_one(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100 };
        var (budi, budisLine) = await scene.SellAsync("Budi");
        var (siti, sitisLine) = await scene.SellAsync("Siti");
        var (joko, jokosLine) = await scene.SellAsync("Joko");
        var (dewi, dewisLine) = await scene.SellAsync("Dewi");
        var (agus, agusLine) = await scene.SellAsync("Agus");
        var due = await scene.BillAsync();

        await scene.GoToAsync(due.AddDays(4));
        await scene.Walk().RunAsync(Token);
        Assert.Equal(0, (await scene.PrepareAsync()).Accounts);

        await scene.GoToAsync(due.AddDays(5));
        Assert.Null((await scene.Desk().PromiseAsync(Guid.CreateVersion7(), siti, new([new(scene.Lines.Today.AddDays(3), Money.Idr(499_500))], "Gajian tanggal 28"), Token)).Error);
        Assert.Null((await scene.Desk().ExceptAsync(joko, null, "Kantor desa", Token)).Error);
        await using (var context = scene.Database.Open())
        {
            scene.Cover.Behind.Add(await context.Set<Subscription>().Where(s => s.Id == dewisLine).Select(s => s.AccessId).SingleAsync(Token));
            await context.Set<Subscription>().Where(s => s.Id == agusLine).ExecuteUpdateAsync(set => set.SetProperty(s => s.RouterId, ProvisioningRig.RouterId(1)), Token);
        }

        var run = await scene.PrepareAsync();
        Assert.Equal((IsolirRunState.Waiting, 1, 4, 1, 1, 499_500L, 5), (run.State, run.Accounts, run.Held, run.Lines, run.Routers, run.Overdue.Minor, run.AllAccounts));
        var items = await scene.ItemsAsync(run.Id);
        Assert.Equal((IsolirItemState.Waiting, DunningObstacle.None), (items[budi].State, items[budi].Obstacle));
        Assert.Equal((DunningObstacle.Promise, scene.Lines.Today.AddDays(3).ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)), (items[siti].Obstacle, items[siti].Detail));
        Assert.Equal(DunningObstacle.NeverIsolir, items[joko].Obstacle);
        Assert.Equal(DunningObstacle.Outage, items[dewi].Obstacle);
        Assert.Equal((DunningObstacle.Router, "RTR-2"), (items[agus].Obstacle, items[agus].Detail));

        Assert.Equal("dunning.run_of_day", (await scene.Runs().PrepareAsync(Guid.CreateVersion7(), scene.Lines.Today, Token)).Error?.Code);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        // A double click finds it running.
        Assert.NotNull((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        await scene.Runner().RunAsync(Token);
        run = await scene.RunAsync(run.Id);
        Assert.Equal((IsolirRunState.Done, 1, 0, 0), (run.State, run.Isolated, run.Failed, run.LeftOut));
        Assert.True(await scene.IsIsolatedAsync(budisLine));
        foreach (var other in new[] { sitisLine, jokosLine, dewisLine, agusLine })
        {
            Assert.False(await scene.IsIsolatedAsync(other));
        }

        var delivery = (await scene.Lines.GetAsync(budisLine)).Delivery!;
        Assert.Equal(LineDeliveryState.Pending, delivery.State);
        Assert.Equal(DunningStage.Isolated, (await scene.StandsAsync(budi)).Row.Stage);
        Assert.Contains(scene.Messages.Orders, order => order.Event == "dunning.isolated" && order.SubjectId == budi);
        // Nobody isolates on what is isolated already.
        await scene.GoToAsync(due.AddDays(6));
        Assert.DoesNotContain(budi, (await scene.ItemsAsync((await scene.PrepareAsync()).Id)).Keys);

        Assert.Null((await scene.Runs().UndoAsync(run.Id, "Salah tanggal", Token)).Error);
        await scene.Runner().RunAsync(Token);
        run = await scene.RunAsync(run.Id);
        Assert.Equal((IsolirRunState.Undone, "Salah tanggal"), (run.State, run.UndoReason));
        Assert.False(await scene.IsIsolatedAsync(budisLine));
        Assert.Equal([DunningEntryKind.Undone, DunningEntryKind.Isolated], (await scene.HistoryAsync(budi)).Where(e => e.Kind is DunningEntryKind.Undone or DunningEntryKind.Isolated).Select(e => e.Kind));
        Assert.Equal("dunning.run_state", (await scene.Runs().UndoAsync(run.Id, "Lagi", Token)).Error?.Code);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Only_the_lines_of_the_overdue_bill_are_isolated(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100 };
        var (account, first) = await scene.SellAsync("Budi");
        var due = await scene.BillAsync();
        // A second line of the same account, which no late bill bills.
        var plan = await scene.Bills.PlanAsync("RUMAH-50", 350_000);
        var second = await scene.Lines.SellAsync(scene.Lines.Wish(account, plan) with { Username = "budi.dua", ActivateNow = true });
        await scene.GoToAsync(due.AddDays(5));
        Assert.Equal((1, 1), ((await scene.IsolateAsync()).Lines, 1));
        Assert.True(await scene.IsIsolatedAsync(first));
        Assert.False(await scene.IsIsolatedAsync(second.Id));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Two_that_work_on_one_run_at_once_isolate_everybody_once(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100 };
        var lines = new List<Guid>();
        for (var i = 0; i < 12; i++)
        {
            lines.Add((await scene.SellAsync($"Budi {i}")).Line);
        }

        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        var run = await scene.PrepareAsync();
        Assert.Equal(12, run.Accounts);
        var approvals = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => scene.Runs().ApproveAsync(run.Id, run.Version, null, Token))));
        Assert.Single(approvals, approval => approval.Succeeded);

        // The lease keeps the second away; taken from it, both work at once.
        var free = Task.Run(
            async () =>
            {
                for (var i = 0; i < 10; i++)
                {
                    await using var context = scene.Database.Open();
                    await context.Set<IsolirRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, DateTime.UnixEpoch), Token);
                    await scene.Runner().RunAsync(Token);
                }
            },
            Token);
        await Task.WhenAll(scene.Runner().RunAsync(Token), free);
        await scene.Runner().RunAsync(Token);
        run = await scene.RunAsync(run.Id);
        Assert.Equal((IsolirRunState.Done, 12, 0), (run.State, run.Isolated, run.Failed));
        await using var after = scene.Database.Open();
        Assert.Equal(12, await after.Set<SubscriptionHold>().CountAsync(Token));
        Assert.Equal(12, await after.Set<SubscriptionHistoryEntry>().CountAsync(h => h.Kind == SubscriptionHistoryKind.Held, Token));
        Assert.Equal(12, await after.Set<IsolirRunLine>().CountAsync(l => l.State == IsolirLineState.Isolated, Token));
    }

    [Fact]
    public async Task Who_paid_or_promised_since_the_preview_is_left_out()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { RunSharePercent = 100 };
        var (budi, budisLine) = await scene.SellAsync("Budi");
        var (siti, sitisLine) = await scene.SellAsync("Siti");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        var run = await scene.PrepareAsync();
        await scene.PayAsync(budi, 499_500);
        Assert.Null((await scene.Desk().PromiseAsync(Guid.CreateVersion7(), siti, new([new(scene.Lines.Today.AddDays(1), Money.Idr(499_500))], "Besok"), Token)).Error);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        await scene.Runner().RunAsync(Token);
        run = await scene.RunAsync(run.Id);
        Assert.Equal((IsolirRunState.Done, 0, 2), (run.State, run.Isolated, run.LeftOut));
        var items = await scene.ItemsAsync(run.Id);
        Assert.Equal((DunningObstacle.Paid, DunningObstacle.Promise), (items[budi].Obstacle, items[siti].Obstacle));
        Assert.False(await scene.IsIsolatedAsync(budisLine) || await scene.IsIsolatedAsync(sitisLine));
    }

    [Fact]
    public async Task A_run_that_is_too_large_waits_for_who_may_give_a_reason()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        var run = await scene.PrepareAsync();
        Assert.Equal((true, false), (run.IsBeyondShare, run.IsUnusual));
        string[] clerk = [DunningPermissions.DunningRead, DunningPermissions.IsolirRun];
        Assert.Equal("dunning.run_beyond_limit", (await scene.Runs(clerk).ApproveAsync(run.Id, run.Version, "Benar semua", Token)).Error?.Code);
        Assert.Equal("dunning.run_beyond_limit", (await scene.Runs().ApproveAsync(run.Id, run.Version, " ", Token)).Error?.Code);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, "Benar semua", Token)).Error);
        Assert.Equal("Benar semua", (await scene.RunAsync(run.Id)).LimitReason);
        Assert.Equal("identity.forbidden", (await scene.Runs(DunningPermissions.DunningRead).DiscardAsync(run.Id, Token)).Error?.Code);
    }

    [Fact]
    public async Task The_same_day_of_the_months_before_says_what_is_usual()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { RunSharePercent = 100 };
        await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        await using (var context = scene.Database.Open())
        {
            context.Add(new IsolirRun { Id = Guid.CreateVersion7(), Number = "ISO-1", On = scene.Lines.Today.AddMonths(-1), DayKey = "x", State = IsolirRunState.Done, Accounts = 10, CreatedBy = "a", CreatedAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
        }

        var run = await scene.PrepareAsync();
        Assert.Equal((10, true, false), (run.Usual, run.IsUnusual, run.IsBeyondShare));
    }

    [Theory]
    [InlineData("holiday")]
    [InlineData("evening")]
    [InlineData("tomorrow")]
    public async Task Nobody_is_isolated_when_it_is_not_the_time(string when)
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { RunSharePercent = 100 };
        var (_, line) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        var run = await scene.PrepareAsync();
        switch (when)
        {
            case "holiday":
                scene.Settings = scene.Settings with { Holidays = scene.Lines.Today.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture) };
                break;
            case "evening":
                scene.Lines.Clock.Advance(TimeSpan.FromHours(8));
                break;
            default:
                await scene.GoToAsync(scene.Lines.Today.AddDays(1));
                break;
        }

        Assert.Equal("dunning.not_now", (await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error?.Code);
        Assert.False(await scene.IsIsolatedAsync(line));
    }

    [Fact]
    public async Task In_observe_mode_it_only_looks()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { RunSharePercent = 100, LateFee = "fixed", LateFeeAmount = 10_000, PreparesRuns = true, ApprovesRuns = true };
        scene.Provisioning = new ProvisioningSettings { ObserveMode = true };
        var (account, line) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        var (_, _, fees) = await scene.Walk().RunAsync(Token);
        var run = await scene.PrepareAsync();
        Assert.Equal((true, 1, 0), (run.IsObserved, run.Accounts, fees));
        Assert.Equal("dunning.observe_mode", (await scene.Runs().ApproveAsync(run.Id, run.Version, "Coba", Token)).Error?.Code);
        await scene.Runner().RunAsync(Token);
        Assert.False(await scene.IsIsolatedAsync(line));
        Assert.Single(await scene.Bills.BillsOfAsync(account));
    }

    [Fact]
    public async Task The_run_of_the_day_is_prepared_at_its_hour_and_goes_by_itself_where_the_settings_say_so()
    {
        await using var scene = await DunningScene.CreateAsync("Sqlite");
        scene.Settings = new() { RunSharePercent = 100, PreparesRuns = true, ApprovesRuns = true };
        var (_, line) = await scene.SellAsync("Budi");
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        scene.Lines.Clock.Advance(TimeSpan.FromMinutes(-1));
        await scene.Schedule().PrepareAsync(Token);
        Assert.Empty((await scene.Runs().ListAsync(new(), Token)).Value.Items);
        scene.Lines.Clock.Advance(TimeSpan.FromMinutes(1));
        await scene.Schedule().PrepareAsync(Token);
        await scene.Schedule().PrepareAsync(Token);
        await scene.Runner().RunAsync(Token);
        var run = Assert.Single((await scene.Runs().ListAsync(new(), Token)).Value.Items);
        Assert.Equal((IsolirRunState.Done, 1), (run.State, run.Isolated));
        Assert.True(await scene.IsIsolatedAsync(line));
    }
}
