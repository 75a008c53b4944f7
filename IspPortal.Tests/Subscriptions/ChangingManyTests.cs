using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IspPortal.Tests.Subscriptions;

public sealed class ChangingManyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_are_looked_at_changed_in_the_background_and_told_to_the_router_in_one_plan(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var slow = await scene.PlanAsync();
        var fast = await scene.PlanAsync("HOME-50", 325_000, 50);
        var sold = new List<Guid>();
        for (var i = 0; i < 6; i++)
        {
            sold.Add((await scene.SellAsync(scene.Wish(account, i == 5 ? fast : slow) with { Username = $"banyak-{i}", ActivateNow = true })).Id);
        }

        foreach (var id in sold)
        {
            await scene.SettleAsync(id);
        }

        var plans = (await scene.Rig.Plans.ListAsync(new(), new(), Token)).Value.TotalCount;
        var request = new BulkChangeRequest(new(), "banyak", BulkChangeKind.ChangePlan) { PlanId = fast.PlanId, PriceId = fast.PriceId, Reason = "Jaringan baru", Kicks = KickPolicy.NextRedial };
        var preview = (await scene.BulkAs().PreviewAsync(request, Token)).Value;
        Assert.Equal((6, 5, Money.Idr(1_000_000), Money.Idr(1_625_000)), (preview.Selected, preview.Able, preview.MonthlyBefore!.Value, preview.MonthlyAfter!.Value));
        Assert.Equal(("subscriptions.same_plan", 1), (preview.Obstacles.Single().Code, preview.Obstacles.Single().Count));

        var run = Ids.New(scene.Clock);
        Assert.Null((await scene.BulkAs().StartAsync(run, request, Token)).Error);
        Assert.Null((await scene.BulkAs().StartAsync(run, request, Token)).Error);
        Assert.Equal((5, 1), await scene.BulkRunner.RunAsync(Token));
        Assert.Null(await scene.BulkRunner.RunAsync(Token));
        var row = (await scene.BulkAs().GetAsync(run, Token)).Value;
        Assert.Equal((BulkRunState.Done, 5, 1, "HOME-50"), (row.State, row.Done, row.Failed, row.Target));
        Assert.Equal("subscriptions.same_plan", Assert.Single((await scene.BulkAs().ListFailuresAsync(run, new(), Token)).Value.Items).ErrorCode);

        foreach (var id in sold)
        {
            await scene.SettleAsync(id);
        }

        Assert.All(Enumerable.Range(0, 6), i => Assert.Equal("HOME-50", scene.Rig.Find(RouterMenus.PppSecret, $"banyak-{i}")!["profile"]));
        Assert.Equal(plans + 1, (await scene.Rig.Plans.ListAsync(new(), new(), Token)).Value.TotalCount);

        // The clock stands still here, so that sale and change are of one moment and in no order.
        var history = (await scene.Directory.ListHistoryAsync(sold[0], new(), Token)).Value.Items;
        var change = Assert.Single(history, entry => entry.Kind == SubscriptionHistoryKind.PlanChanged);
        Assert.Equal(("admin@lab.test", "Jaringan baru"), (change.ActorName, change.Reason));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_run_that_was_killed_goes_on_and_does_nothing_twice(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (customer, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var sold = new List<Guid>();
        for (var i = 0; i < 5; i++)
        {
            sold.Add((await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true })).Id);
        }

        var run = Ids.New(scene.Clock);
        Assert.Null((await scene.BulkAs().StartAsync(run, new(new(RouterId: ProvisioningRig.RouterId(0)), null, BulkChangeKind.MoveRouter) { RouterId = ProvisioningRig.RouterId(1), Reason = "Rute baru" }, Token)).Error);
        // Two were done and the process died: its lease is held, its counts are old.
        await using (var context = scene.Database.Open())
        {
            await context.Set<BulkRun>().ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, scene.Clock.NowUtc.AddMinutes(5)), Token);
        }

        foreach (var id in sold.Take(2))
        {
            await scene.DoAsync(id, v => scene.Moves.MoveRouterAsync(id, v, ProvisioningRig.RouterId(1), null, null, Token));
        }

        await using (var context = scene.Database.Open())
        {
            await context.Set<BulkRunItem>().Where(i => i.Place <= 2).ExecuteUpdateAsync(set => set.SetProperty(i => i.State, BulkItemState.Done), Token);
        }

        Assert.Null(await scene.BulkRunner.RunAsync(Token));
        scene.Clock.Advance(TimeSpan.FromMinutes(6));
        Assert.Equal((3, 0), await scene.BulkRunner.RunAsync(Token));
        Assert.Equal((BulkRunState.Done, 5, 0), (await scene.BulkAs().GetAsync(run, Token)).Value is var row ? (row.State, row.Done, row.Failed) : default);
        foreach (var id in sold)
        {
            Assert.Equal(ProvisioningRig.RouterId(1), (await scene.GetAsync(id)).Row.RouterId);
            Assert.Single((await scene.Directory.ListHistoryAsync(id, new(), Token)).Value.Items, entry => entry.Kind == SubscriptionHistoryKind.RouterMoved);
        }

        Assert.Equal(3, await CountAsync(scene, run));

        // Tags go to customers, once each.
        var tags = Ids.New(scene.Clock);
        Assert.Null((await scene.BulkAs().StartAsync(tags, new(new(), null, BulkChangeKind.AddTag) { Tag = " RT-04 ", Reason = "Wilayah" }, Token)).Error);
        Assert.Equal((5, 0), await scene.BulkRunner.RunAsync(Token));
        Assert.Equal(["rt-04"], (await scene.Customers.GetAsync(customer)).Row.Tags);
        var off = Ids.New(scene.Clock);
        Assert.Null((await scene.BulkAs().StartAsync(off, new(new(), null, BulkChangeKind.RemoveTag) { Tag = "rt-04", Reason = "Wilayah" }, Token)).Error);
        Assert.Equal((5, 0), await scene.BulkRunner.RunAsync(Token));
        Assert.Empty((await scene.Customers.GetAsync(customer)).Row.Tags);
    }

    [Fact]
    public async Task What_is_not_said_or_not_allowed_begins_nothing_and_a_stopped_run_stays_stopped()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        Assert.Equal("subscriptions.nothing_selected", (await scene.BulkAs().PreviewAsync(new(new(), null, BulkChangeKind.AddTag) { Tag = "a" }, Token)).Error?.Code);
        await scene.SellAsync(scene.Wish(account, plan));
        var tag = new BulkChangeRequest(new(), null, BulkChangeKind.AddTag) { Tag = "a", Reason = "x" };
        Assert.Equal("identity.forbidden", (await scene.BulkAs(SubscriptionsPermissions.SubscriptionsWrite).StartAsync(Ids.New(scene.Clock), tag, Token)).Error?.Code);
        Assert.Equal(("reason", "common.required"), FieldOf(await scene.BulkAs().StartAsync(Ids.New(scene.Clock), tag with { Reason = " " }, Token)));
        Assert.Equal(("tag", "common.required"), FieldOf(await scene.BulkAs().StartAsync(Ids.New(scene.Clock), tag with { Tag = " " }, Token)));
        Assert.Equal("plans.price_changed", (await scene.BulkAs().PreviewAsync(new(new(), null, BulkChangeKind.ChangePlan) { PlanId = plan.PlanId, PriceId = Ids.New(scene.Clock) }, Token)).Error?.Code);
        Assert.Equal("network.router_not_found", (await scene.BulkAs().PreviewAsync(new(new(), null, BulkChangeKind.MoveRouter) { RouterId = Ids.New(scene.Clock) }, Token)).Error?.Code);
        var run = Ids.New(scene.Clock);
        Assert.Null((await scene.BulkAs().StartAsync(run, tag, Token)).Error);
        Assert.Null((await scene.BulkAs().StopAsync(run, Token)).Error);
        Assert.Null(await scene.BulkRunner.RunAsync(Token));
        Assert.Equal("subscriptions.run_not_found", (await scene.BulkAs().GetAsync(Ids.New(scene.Clock), Token)).Error?.Code);

        static (string?, string?) FieldOf(Core.Common.Results.Result result) => (result.Error?.Fields[0].Field, result.Error?.Fields[0].Code);
    }

    [Theory]
    [InlineData(BulkChangeKind.ChangePlan, SubscriptionsPermissions.SubscriptionsWrite, CustomersPermissions.CustomersWrite)]
    [InlineData(BulkChangeKind.MoveRouter, SubscriptionsPermissions.SubscriptionsWrite, CustomersPermissions.CustomersWrite)]
    [InlineData(BulkChangeKind.AddTag, CustomersPermissions.CustomersWrite, SubscriptionsPermissions.SubscriptionsWrite)]
    [InlineData(BulkChangeKind.RemoveTag, CustomersPermissions.CustomersWrite, SubscriptionsPermissions.SubscriptionsWrite)]
    public async Task Whoever_may_not_do_it_to_one_may_not_do_it_to_many(BulkChangeKind kind, string needed, string other)
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var (slow, fast) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50));
        await scene.SellAsync(scene.Wish(account, slow));
        var request = new BulkChangeRequest(new(), null, kind) { PlanId = fast.PlanId, PriceId = fast.PriceId, RouterId = ProvisioningRig.RouterId(1), Tag = "a", Reason = "x" };
        var denied = scene.BulkAs(SubscriptionsPermissions.SubscriptionsBulk, other);
        Assert.Equal("identity.forbidden", (await denied.PreviewAsync(request, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await denied.StartAsync(Ids.New(scene.Clock), request, Token)).Error?.Code);
        Assert.Empty((await denied.ListAsync(new(), Token)).Value.Items);

        var allowed = scene.BulkAs(SubscriptionsPermissions.SubscriptionsBulk, needed);
        Assert.Equal(1, (await allowed.PreviewAsync(request, Token)).Value.Able);
        Assert.Null((await allowed.StartAsync(Ids.New(scene.Clock), request, Token)).Error);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Stopped_between_two_turns_it_tells_routers_what_was_done_by_then(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var run = await StartMoveAsync(scene, 3);
        await using var context = scene.Database.Open();
        // As if there were more than one turn does.
        await context.Set<BulkRun>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Items, 4), Token);
        Assert.Equal((3, 0), await scene.BulkRunner.RunAsync(Token));
        Assert.Equal(0, await CountAsync(scene, run));
        Assert.False(await WokenAsync());

        Assert.Null((await scene.BulkAs().StopAsync(run, Token)).Error);
        Assert.Equal(3, await CountAsync(scene, run));
        Assert.True(await WokenAsync());

        Task<bool> WokenAsync() => context.Set<Core.Common.Events.OutboxEvent>().AnyAsync(e => e.Name == LineWanted.EventName && e.AggregateId == run, Token);
    }

    [Theory]
    [InlineData("Sqlite", 1, 3)]
    [InlineData("Postgres", 2, 3)]
    [InlineData("Sqlite", 3, 2)]
    public async Task Whoever_is_changed_at_the_same_time_is_tried_again(string provider, int conflicts, int first)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var run = await StartMoveAsync(scene, 3);
        var runner = scene.BulkRunnerOver(new Contested(scene, conflicts));
        Assert.Equal((first, 0), await runner.RunAsync(Token));
        if (first < 3)
        {
            Assert.Equal((3 - first, 0), await runner.RunAsync(Token));
        }

        Assert.Equal((BulkRunState.Done, 3, 0), (await scene.BulkAs().GetAsync(run, Token)).Value is var row ? (row.State, row.Done, row.Failed) : default);
    }

    private static async Task<Guid> StartMoveAsync(SubscriptionScene scene, int lines)
    {
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        for (var i = 0; i < lines; i++)
        {
            await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        }

        var run = Ids.New(scene.Clock);
        Assert.Null((await scene.BulkAs().StartAsync(run, new(new(), null, BulkChangeKind.MoveRouter) { RouterId = ProvisioningRig.RouterId(1), Reason = "Rute baru" }, Token)).Error);
        return run;
    }

    private static async Task<int> CountAsync(SubscriptionScene scene, Guid run)
    {
        await using var context = scene.Database.Open();
        return await context.Set<LineDelivery>().CountAsync(d => d.BatchId == run && d.NextTryAtUtc <= scene.Clock.NowUtc, Token);
    }

    /// <summary>Somebody else changes a subscription right before it is saved, so many times.</summary>
    private sealed class Contested(SubscriptionScene scene, int times) : SaveChangesInterceptor, IDbContextFactory<PortalDbContext>
    {
        private int _left = times;

        public PortalDbContext CreateDbContext() => scene.Database.SourceWatchedBy(this).Create(Actor.System("test"));

        public override async ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
        {
            if (_left > 0 && eventData.Context!.ChangeTracker.Entries<Subscription>().Select(e => e.Entity.Id).FirstOrDefault() is var id && id != Guid.Empty)
            {
                _left--;
                await using var other = scene.Database.Open();
                await other.Set<Subscription>().Where(s => s.Id == id).ExecuteUpdateAsync(set => set.SetProperty(s => s.Version, s => s.Version + 1), cancellationToken);
            }

            return result;
        }
    }
}
