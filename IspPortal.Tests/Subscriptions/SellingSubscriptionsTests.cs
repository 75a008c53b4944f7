using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

public sealed class SellingSubscriptionsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_sold_waits_for_the_technician_and_keeps_its_price(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (customer, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync(contractMonths: 12);
        var sold = await scene.SellAsync(scene.Wish(account, plan));

        Assert.Equal($"SUB-{scene.Today:yyyyMM}-000001", sold.Number);
        Assert.Equal("budi.santoso.000001", sold.Username);
        Assert.Equal(10, sold.Password!.Length);
        var details = await scene.GetAsync(sold.Id);
        Assert.Equal((SubscriptionStatus.Pending, Money.Idr(200_000), Money.Idr(250_000), AccessState.Absent), (details.Row.Status, details.Row.Price, details.InstallationFee, details.LineState));
        Assert.Equal((scene.Today.AddMonths(1).AddDays(-1), scene.Today.AddMonths(12).AddDays(-1)), (details.Row.EndsOn!.Value, details.ContractEndsOn!.Value));
        Assert.Null(details.Delivery);
        Assert.Equal("Budi Santoso", details.Row.CustomerName);
        Assert.Equal(1, (await scene.Plans.Catalog.ListAsync(new(), new(), Token)).Value.TotalCount);

        // The password is not kept where people read, and stands in no audit row.
        await using var context = scene.Database.Open();
        Assert.DoesNotContain(sold.Password, string.Join('\n', await context.Set<Core.Audit.AuditEntry>().Select(a => a.AfterJson).ToListAsync(Token)), StringComparison.Ordinal);
        Assert.Equal(customer, (await scene.Directory.FindByAccessAsync(sold.AccessId, Token)).Value!.CustomerId);

        // The price goes up; what was sold stays.
        Assert.Null((await scene.Plans.Editor.SchedulePriceAsync(plan.PlanId, new((await scene.Plans.Catalog.GetAsync(plan.PlanId, Token)).Value.Row.Version, scene.Today.AddDays(1), new PlanTerms(Money.Idr(230_000))), Token)).Error);
        await scene.GoToAsync(scene.Today.AddDays(2));
        Assert.Equal(Money.Idr(200_000), (await scene.GetAsync(sold.Id)).Row.Price);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_clicks_sell_once_and_of_two_who_want_one_name_one_wins(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var wish = scene.Wish(account, plan);
        var id = Ids.New(scene.Clock);

        var clicks = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Sales.SellAsync(id, wish, Token))));
        Assert.All(clicks, click => Assert.True(click.Succeeded, CustomersRig.Told(click.Error)));
        Assert.Single(clicks.Select(click => click.Value.Number).Distinct());
        Assert.Single(clicks, click => click.Value.Password is not null);

        var named = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => scene.Sales.SellAsync(Ids.New(scene.Clock), wish with { Username = "sama" }, Token))));
        Assert.Single(named, sale => sale.Succeeded);
        Assert.All(named.Where(sale => !sale.Succeeded), sale => Assert.Equal("network.username_taken", sale.Error!.Code));

        // Names of the pattern give way to each other.
        scene.Settings = scene.Settings with { UsernamePattern = "{first}" };
        var made = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => scene.Sales.SellAsync(Ids.New(scene.Clock), wish, Token))));
        Assert.Equal(["budi", "budi-2", "budi-3", "budi-4", "budi-5"], made.Select(sale => sale.Value.Username).Order(StringComparer.Ordinal));

        // No number is lost on those who did not win.
        var numbers = (await scene.Directory.ListAsync(new(), new(1, 50, null, "number"), Token)).Value.Items.Select(row => row.Number).ToList();
        Assert.Equal(Enumerable.Range(1, 7).Select(i => $"SUB-{scene.Today:yyyyMM}-{i:000000}"), numbers);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_two_who_want_one_address_one_wins_and_the_end_frees_it(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var wish = scene.Wish(account, await scene.PlanAsync()) with { FixedAddress = "103.10.1.7", ActivateNow = true };

        var sales = await Task.WhenAll(Enumerable.Range(0, 5).Select(_ => Task.Run(() => scene.Sales.SellAsync(Ids.New(scene.Clock), wish, Token))));
        var winner = Assert.Single(sales, sale => sale.Succeeded).Value;
        Assert.All(sales.Where(sale => !sale.Succeeded), sale => Assert.Equal("addressing.address_given", Assert.Single(sale.Error!.Fields).Code));

        await scene.DoAsync(winner.Id, v => scene.Lifecycle.TerminateAsync(winner.Id, v, null, "Pindah", Token));
        Assert.True((await scene.Sales.SellAsync(Ids.New(scene.Clock), wish, Token)).Succeeded);
    }

    [Fact]
    public async Task A_price_that_changed_while_the_form_was_open_is_seen()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var wish = scene.Wish(account, plan);
        Assert.Null((await scene.Plans.Editor.SchedulePriceAsync(plan.PlanId, new((await scene.Plans.Catalog.GetAsync(plan.PlanId, Token)).Value.Row.Version, scene.Today.AddDays(1), new PlanTerms(Money.Idr(230_000))), Token)).Error);
        scene.Clock.Advance(TimeSpan.FromDays(1));

        var refused = await scene.Sales.SellAsync(Ids.New(scene.Clock), wish with { StartsOn = scene.Today }, Token);
        Assert.Equal("plans.price_changed", refused.Error?.Code);
        Assert.Equal(230_000L, refused.Error!.Arguments[0]);
        Assert.Equal(0, (await scene.Directory.ListAsync(new(), new(), Token)).Value.TotalCount);
    }

    [Fact]
    public async Task Bad_input_is_told_at_its_field_and_sells_nothing()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var fixedLine = await scene.PlanAsync("DEDICATED", 3_000_000, 50, PlanPayment.Postpaid, AccessService.Static);
        var fast = await scene.PlanAsync("GIGA", 900_000, 1_000);
        var wish = scene.Wish(account, plan);

        Assert.Equal(("username", "subscriptions.username_characters"), await FieldOf(wish with { Username = "a\nb" }));
        Assert.Equal(("fixedAddress", "network.not_an_address"), await FieldOf(wish with { FixedAddress = "10.1" }));
        Assert.Equal(("callerId", "network.not_a_mac"), await FieldOf(wish with { CallerId = "AA-BB" }));
        Assert.Equal(("startsOn", "subscriptions.day_far"), await FieldOf(wish with { StartsOn = scene.Today.AddYears(3) }));
        Assert.Equal(("latitude", "common.required"), await FieldOf(wish with { Longitude = 106.8 }));
        Assert.Equal(("fixedAddress", "common.required"), await FieldOf(scene.Wish(account, fixedLine)));
        Assert.Equal("subscriptions.above_capacity", (await scene.Sales.SellAsync(Ids.New(scene.Clock), scene.Wish(account, fast, router: 1), Token)).Error?.Code);
        Assert.Equal("customers.account_not_found", (await scene.Sales.SellAsync(Ids.New(scene.Clock), scene.Wish(Guid.CreateVersion7(), plan), Token)).Error?.Code);
        Assert.Equal("network.router_not_found", (await scene.Sales.SellAsync(Ids.New(scene.Clock), wish with { RouterId = Guid.CreateVersion7() }, Token)).Error?.Code);
        Assert.Null((await scene.Plans.Editor.SetActiveAsync(plan.PlanId, false, Token)).Error);
        Assert.Equal("subscriptions.plan_retired", (await scene.Sales.SellAsync(Ids.New(scene.Clock), wish, Token)).Error?.Code);
        Assert.Equal(0, (await scene.Directory.ListAsync(new(), new(), Token)).Value.TotalCount);

        async Task<(string?, string?)> FieldOf(SellSubscriptionRequest request)
        {
            var field = (await scene.Sales.SellAsync(Ids.New(scene.Clock), request, Token)).Error?.Fields[0];
            return (field?.Field, field?.Code);
        }
    }

    [Fact]
    public async Task Only_those_who_may_sell_and_a_price_of_its_own_needs_more()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var wish = scene.Wish(account, await scene.PlanAsync());
        Assert.Equal("identity.forbidden", (await scene.SalesAs(SubscriptionsPermissions.SubscriptionsRead).SellAsync(Ids.New(scene.Clock), wish, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.SalesAs(SubscriptionsPermissions.SubscriptionsWrite).SellAsync(Ids.New(scene.Clock), wish with { AgreedPrice = Money.Idr(1) }, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.DirectoryAs("x").ListAsync(new(), new(), Token)).Error?.Code);
        var sold = await scene.SellAsync(wish with { AgreedPrice = Money.Idr(150_000) });
        Assert.Equal(Money.Idr(150_000), (await scene.GetAsync(sold.Id)).Row.Price);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Lists_are_searched_by_all_that_people_say_on_the_phone(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var plan = await scene.PlanAsync();
        var (_, budi) = await scene.CustomerAsync();
        var (sitiCustomer, siti) = await scene.CustomerAsync("Siti Rahayu", "081300001111");
        await scene.SellAsync(scene.Wish(budi, plan) with { Username = "rumah-budi", CallerId = "aa:bb:cc:00:11:22", FixedAddress = "103.10.1.7" });
        await scene.SellAsync(scene.Wish(siti, plan) with { Username = "rumah-siti" });
        await scene.SellAsync(scene.Wish(siti, plan, router: 1) with { Username = "warung-siti", ActivateNow = true });

        Assert.Equal(["rumah-budi"], await FoundAsync("BB:CC:00"));
        Assert.Equal(["rumah-budi"], await FoundAsync("103.10.1"));
        Assert.Equal(["rumah-siti", "warung-siti"], await FoundAsync("rahayu"));
        Assert.Equal(["warung-siti"], await FoundAsync("warung"));
        Assert.Equal(["rumah-siti", "warung-siti"], await FoundAsync("0813 0000 1111".Replace(" ", "", StringComparison.Ordinal)));
        Assert.Equal(["rumah-budi", "rumah-siti"], await FoundAsync("rumah"));
        Assert.Equal(["warung-siti"], await FilteredAsync(new(SubscriptionStatus.Active)));
        Assert.Equal(["warung-siti"], await FilteredAsync(new(RouterId: ProvisioningRig.RouterId(1))));
        Assert.Equal(["rumah-siti", "warung-siti"], await FilteredAsync(new(CustomerId: sitiCustomer)));
        Assert.Equal(["warung-siti"], await FilteredAsync(new() { Unsettled = true }));
        Assert.Equal(["rumah-budi", "rumah-siti", "warung-siti"], await FilteredAsync(new() { EndsWithinDays = 31 }));
        Assert.Empty(await FilteredAsync(new() { EndsWithinDays = 3 }));

        async Task<IReadOnlyList<string>> FoundAsync(string text) => NamesOf((await scene.Directory.ListAsync(new(), new(1, 50, text), Token)).Value);
        async Task<IReadOnlyList<string>> FilteredAsync(SubscriptionFilter filter) => NamesOf((await scene.Directory.ListAsync(filter, new(), Token)).Value);
        static IReadOnlyList<string> NamesOf(Page<SubscriptionRow> page) => [.. page.Items.Select(row => row.Username).Order(StringComparer.Ordinal)];
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Subscriptions_go_with_a_customer_that_is_merged(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var plan = await scene.PlanAsync();
        var (budi, account) = await scene.CustomerAsync();
        var (siti, _) = await scene.CustomerAsync("Siti Rahayu", "081300001111");
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "rumah-budi", ActivateNow = true });
        var merge = new Infrastructure.Customers.CustomerMerger(
            scene.Database.FactoryAs(new TestActor(CustomersRig.Everything).Actor), new TestActor(CustomersRig.Everything),
            [new Infrastructure.Customers.OwnMergeParts(), new Infrastructure.Subscriptions.SubscriptionMergeParts()], scene.Clock);
        Assert.Contains((await merge.PreviewAsync(budi, siti, Token)).Value.Moves, part => part is { What: "subscriptions", Count: 1 });
        Assert.Null((await merge.MergeAsync(budi, siti, "Orang yang sama", Token)).Error);

        Assert.Equal(siti, (await scene.GetAsync(sold.Id)).Row.CustomerId);
        Assert.Single((await scene.Directory.ListAsync(new(), new(1, 50, "rumah-budi"), Token)).Value.Items);
        await new Infrastructure.Subscriptions.FollowLines(scene.Database.Factory, scene.Customers.Lifecycle()).HandleAsync(new(sold.Id), Token);
        Assert.Equal(CustomerStatus.Active, await scene.StatusOfAsync(siti));
    }

    [Fact]
    public async Task Who_keeps_a_line_changes_it_and_nobody_else()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        Assert.Equal("network.line_kept", (await scene.Rig.Editor.SetPasswordAsync(sold.AccessId, "lain", Token)).Error?.Code);
        Assert.Equal("network.line_kept", (await scene.Rig.Editor.TerminateAsync(sold.AccessId, TimeSpan.Zero, "x", Token)).Error?.Code);

        // One that was taken over from a router becomes a subscription with all it had.
        var line = await scene.Rig.AddLineAsync("lama", password: "rahasia-lama");
        await scene.Rig.ApplyAsync(line);
        var adopted = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync("HOME-50", 325_000, 50)) with { Username = "lama", MayAdopt = true });
        Assert.Equal((line, null), (adopted.AccessId, adopted.Password));
        await scene.SettleAsync(adopted.Id);
        var secret = scene.Rig.Find(Core.Network.Provisioning.RouterMenus.PppSecret, "lama")!;
        Assert.Equal(("HOME-50", "rahasia-lama", "false"), (secret["profile"], secret["password"], secret["disabled"]));
        Assert.Equal(SubscriptionStatus.Active, (await scene.GetAsync(adopted.Id)).Row.Status);
    }

    [Fact]
    public async Task A_line_that_was_taken_over_as_held_is_not_switched_on_by_being_sold()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        var line = await scene.Rig.AddLineAsync("nunggak", password: "rahasia");
        await scene.Rig.ApplyAsync(line);
        await using (var context = scene.Database.Open())
        {
            await context.Set<DesiredAccessRecord>().Where(w => w.AccessId == line).ExecuteUpdateAsync(set => set.SetProperty(w => w.Holds, AccessHolds.Manual), Token);
        }

        await scene.Rig.ApplyAsync(line);
        var adopted = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync("HOME-50", 325_000, 50)) with { Username = "nunggak", MayAdopt = true });
        await scene.SettleAsync(adopted.Id);
        Assert.Equal("true", scene.Rig.Find(Core.Network.Provisioning.RouterMenus.PppSecret, "nunggak")!["disabled"]);
        var details = await scene.GetAsync(adopted.Id);
        Assert.Equal((SubscriptionStatus.Suspended, AccessHolds.Manual, 1), (details.Row.Status, details.Row.Holds, details.Holds.Count));
    }
}
