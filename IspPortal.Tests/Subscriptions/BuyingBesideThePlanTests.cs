using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Core.Subscriptions.Sales;
using IspPortal.Infrastructure.Network.Addressing;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Add-ons and promotions, in the sale and later.</summary>
public sealed class BuyingBesideThePlanTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task What_is_bought_in_the_sale_keeps_its_price_and_begins_with_the_line(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var ont = await AddOnAsync(scene, "ONT", 25_000);
        var cable = await AddOnAsync(scene, "KABEL", 150_000, isOneTime: true);
        var promotion = await PromotionAsync(scene, new("Tiga bulan gratis", PromotionKind.FreeMonths, scene.Today, null) { Periods = 3 });
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { AddOns = [new(ont, 2, Money.Idr(25_000)), new(cable)], Promotion = new(promotion), StartsOn = scene.Today });

        // Dearer from tomorrow on: what was sold stays.
        Assert.Null((await scene.Plans.AddOns.UpdateAsync(ont, 1, new("ONT", "ONT", AddOnKind.RentedDevice, Money.Idr(30_000), false), Token)).Error);
        var details = await scene.GetAsync(sold.Id);
        Assert.Equal(
            [("KABEL", 1, 150_000L, scene.Today, (DateOnly?)scene.Today), ("ONT", 2, 25_000L, scene.Today, null)],
            details.AddOns.Select(a => (a.Code, a.Quantity, a.Price.Minor, a.FromOn, a.ToOn)).OrderBy(a => a.Code, StringComparer.Ordinal));
        var given = Assert.Single(details.Promotions);
        Assert.Equal((scene.Today, scene.Today.AddMonths(3).AddDays(-1)), (given.FromOn, given.ToOn!.Value));
        Assert.Equal(1, (await scene.Plans.Promotions.GetAsync(promotion, Token)).Value.Uses);

        // Installed three days later: nobody pays for days before the line worked.
        await scene.GoToAsync(scene.Today.AddDays(3));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ActivateAsync(sold.Id, v, null, Token));
        details = await scene.GetAsync(sold.Id);
        Assert.All(details.AddOns, a => Assert.Equal(scene.Today, a.FromOn));
        Assert.Equal(scene.Today, details.Promotions[0].FromOn);
        Assert.Equal(scene.Today, details.AddOns.Single(a => a.IsOneTime).ToOn);

        // The end is the end of all of it.
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.TerminateAsync(sold.Id, v, null, "Pindah", Token));
        details = await scene.GetAsync(sold.Id);
        Assert.All(details.AddOns, a => Assert.Equal(scene.Today, a.ToOn));
        Assert.Equal(scene.Today, details.Promotions[0].ToOn);
        var told = (await scene.Directory.ListHistoryAsync(sold.Id, new(1, 50), Token)).Value.Items;
        Assert.Contains(told, h => h is { Kind: SubscriptionHistoryKind.AddOnAdded, After: "2 × ONT" });
        Assert.Contains(told, h => h is { Kind: SubscriptionHistoryKind.PromotionGiven, After: "Tiga bulan gratis" });
    }

    [Fact]
    public async Task What_is_not_to_be_had_sells_nothing()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var (plan, other) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50));
        var wish = scene.Wish(account, plan);
        var ont = await AddOnAsync(scene, "ONT", 25_000);
        var off = await AddOnAsync(scene, "LAMA", 1_000, isActive: false);
        var elsewhere = await AddOnAsync(scene, "LAIN", 1_000, plans: [other.PlanId]);
        var address = await AddOnAsync(scene, "IP", 100_000, AddOnKind.StaticIp);
        var night = await scene.Plans.AddOns.AddAsync(
            new("MALAM", "Malam", AddOnKind.NightSpeed, Money.Idr(35_000), false) { SpeedPercent = 200, NightFrom = new(22, 0), NightTo = new(6, 0) }, Token);
        var later = await PromotionAsync(scene, new("Nanti", PromotionKind.Percent, scene.Today.AddDays(1), null) { Percent = 10 });
        var fast = await PromotionAsync(scene, new("Cepat", PromotionKind.Percent, scene.Today, null) { Percent = 10, PlanIds = [other.PlanId] });
        await PromotionAsync(scene, new("Kupon", PromotionKind.Percent, scene.Today, null) { Percent = 10, Coupon = "HALO" });
        var said = (await scene.Plans.Promotions.ListAsync(new(), new(1, 50, "Kupon"), Token)).Value.Items.Single().Id;

        (SellSubscriptionRequest Wish, string Field, string Code)[] cases =
        [
            (wish with { AddOns = [new(ont), new(ont)] }, "addOns", "subscriptions.add_on_twice"),
            (wish with { AddOns = [new(ont, 0)] }, "addOns", "subscriptions.add_on_quantity"),
            (wish with { AddOns = [new(ont, 100)] }, "addOns", "subscriptions.add_on_quantity"),
            (wish with { AddOns = [new(ont, 1, Money.Idr(24_000))] }, "addOns", "subscriptions.add_on_price_changed"),
            (wish with { AddOns = [new(Guid.CreateVersion7())] }, "addOns", "subscriptions.add_on_not_sold"),
            (wish with { AddOns = [new(off)] }, "addOns", "subscriptions.add_on_not_sold"),
            (wish with { AddOns = [new(elsewhere)] }, "addOns", "subscriptions.add_on_other_plan"),
            (wish with { AddOns = [new(night.Value, 2)] }, "addOns", "subscriptions.add_on_quantity"),
            (wish with { AddOns = [new(address)] }, "fixedAddress", "common.required"),
            (wish with { Promotion = new(later) }, "promotionId", "subscriptions.promotion_not_running"),
            (wish with { Promotion = new(fast) }, "promotionId", "subscriptions.promotion_other_plan"),
            (wish with { Promotion = new(said) }, "promotionId", "plans.promotion_not_found"),
            (wish with { Promotion = new(Coupon: "HOLA") }, "coupon", "subscriptions.coupon_unknown"),
            (wish with { Promotion = new(later, "HALO") }, "promotion", "subscriptions.promotion_or_coupon"),
        ];
        foreach (var (request, field, code) in cases)
        {
            var failure = Assert.Single((await scene.Sales.SellAsync(Ids.New(scene.Clock), request, Token)).Error!.Fields);
            Assert.Equal((field, code), (failure.Field, failure.Code));
        }

        Assert.Equal(0, (await scene.Directory.ListAsync(new(), new(), Token)).Value.TotalCount);
        var halo = await scene.SellAsync(wish with { Promotion = new(Coupon: " halo ") });
        Assert.Equal("Kupon", Assert.Single((await scene.GetAsync(halo.Id)).Promotions).Name);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Of_many_who_want_the_last_of_a_promotion_one_gets_it(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var promotion = await PromotionAsync(scene, new("Satu saja", PromotionKind.Percent, scene.Today, null) { Percent = 50, Coupon = "SATU", MaxUses = 1 });
        var old = await scene.SellAsync(scene.Wish(account, plan));
        var version = (await scene.GetAsync(old.Id)).Row.Version;

        var wish = scene.Wish(account, plan) with { Promotion = new(Coupon: "satu") };
        var sales = Enumerable.Range(0, 4).Select(_ => Task.Run(async () => (await scene.Sales.SellAsync(Ids.New(scene.Clock), wish, Token)).Error)).ToList();
        sales.Add(Task.Run(async () => (await scene.Offers.GivePromotionAsync(old.Id, version, new(Coupon: "SATU"), null, Token)).Error));
        var errors = await Task.WhenAll(sales);
        Assert.Single(errors, error => error is null);
        Assert.All(errors.Where(error => error is not null), error => Assert.Equal("subscriptions.promotion_used_up", Assert.Single(error!.Fields).Code));
        Assert.Equal(1, (await scene.Plans.Promotions.GetAsync(promotion, Token)).Value.Uses);
        var rows = (await scene.Directory.ListAsync(new(), new(), Token)).Value.Items;
        var given = 0;
        foreach (var row in rows)
        {
            given += (await scene.GetAsync(row.Id)).Promotions.Count;
        }

        Assert.Equal(1, given);
    }

    [Fact]
    public async Task A_promotion_for_new_customers_is_for_those_who_had_no_line()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var promotion = await PromotionAsync(scene, new("Baru", PromotionKind.Amount, scene.Today, scene.Today.AddDays(60)) { Amount = Money.Idr(50_000), NewCustomersOnly = true });
        await scene.SellAsync(scene.Wish(account, plan) with { Promotion = new(promotion), ActivateNow = true });
        var second = await scene.Sales.SellAsync(Ids.New(scene.Clock), scene.Wish(account, plan) with { Promotion = new(promotion) }, Token);
        Assert.Equal("subscriptions.promotion_new_only", Assert.Single(second.Error!.Fields).Code);
        Assert.Equal(1, (await scene.Plans.Promotions.GetAsync(promotion, Token)).Value.Uses);

        // Nor for the one line of somebody who has had it for long.
        var (_, other) = await scene.CustomerAsync("Siti Rahma", "081298765432");
        var line = await scene.SellAsync(scene.Wish(other, plan) with { Username = "siti", ActivateNow = true });
        var late = await scene.Offers.GivePromotionAsync(line.Id, (await scene.GetAsync(line.Id)).Row.Version, new(promotion), null, Token);
        Assert.Equal("subscriptions.promotion_new_only", Assert.Single(late.Error!.Fields).Code);
    }

    [Fact]
    public async Task A_promise_keeps_its_days_when_it_is_used_up_paused_or_taken_back()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var (plan, other) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50));
        var once = await PromotionAsync(scene, new("Sekali", PromotionKind.FreeMonths, scene.Today, null) { Periods = 1, PlanIds = [plan.PlanId], MaxUses = 2 });
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true, Promotion = new(once) });
        var lastOn = (await scene.GetAsync(sold.Id)).Promotions[0].ToOn;
        Assert.Equal(scene.Today.AddMonths(1).AddDays(-1), lastOn);

        // Paused for ten days: the free period lasts as much longer.
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.PauseAsync(sold.Id, v, scene.Today, scene.Today.AddDays(9), null, Token));
        await scene.PassDaysAsync(10);
        Assert.Equal(lastOn!.Value.AddDays(10), (await scene.GetAsync(sold.Id)).Promotions[0].ToOn);

        // Used up long before the plan changes: nothing is said to have held until then.
        await scene.PassDaysAsync(60);
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(other.PlanId, other.PriceId, ChangeMoment.Now), Token));
        Assert.Equal(lastOn.Value.AddDays(10), (await scene.GetAsync(sold.Id)).Promotions[0].ToOn);

        // One that is taken back before it began may be given again.
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(plan.PlanId, plan.PriceId, ChangeMoment.Now), Token));
        await scene.DoAsync(sold.Id, v => scene.Offers.GivePromotionAsync(sold.Id, v, new(once), null, Token));
        Assert.Equal(2, (await scene.Plans.Promotions.GetAsync(once, Token)).Value.Uses);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndPromotionAsync(sold.Id, v, "salah", Token));
        Assert.Equal(1, (await scene.Plans.Promotions.GetAsync(once, Token)).Value.Uses);
    }

    [Fact]
    public async Task The_address_goes_when_the_last_of_its_add_ons_does()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var address = await AddOnAsync(scene, "IP", 100_000, AddOnKind.StaticIp);
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true, FixedAddress = "103.10.1.9", AddOns = [new(address)] });
        var first = (await scene.GetAsync(sold.Id)).AddOns[0].Id;
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, first, scene.Today.AddDays(20), null, Token));

        // Sooner after all, then later again: one day counts.
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, first, scene.Today.AddDays(2), null, Token));
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, first, scene.Today.AddDays(5), null, Token));
        Assert.Equal(scene.Today.AddDays(6), Assert.Single((await scene.GetAsync(sold.Id)).Changes).DueOn);
        await scene.PassDaysAsync(5);
        Assert.Equal("103.10.1.9", (await scene.GetAsync(sold.Id)).FixedAddress);

        // Bought again on the last day: it stays, and goes with the new one.
        await scene.DoAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(address)), Token));
        await scene.PassDaysAsync(3);
        var second = (await scene.GetAsync(sold.Id)).AddOns.Single(a => a.ToOn is null).Id;
        Assert.Equal("103.10.1.9", (await scene.GetAsync(sold.Id)).FixedAddress);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, second, null, null, Token));
        await scene.PassDaysAsync(1);
        Assert.Equal("", (await scene.GetAsync(sold.Id)).FixedAddress);
        Assert.Equal("common.invalid", (await scene.TryAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(address), DateOnly.MaxValue, "103.10.1.9"), Token))));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_address_for_a_later_day_is_kept_at_once_and_reaches_the_line_on_its_day(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var address = await AddOnAsync(scene, "IP", 100_000, AddOnKind.StaticIp);
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "budi", ActivateNow = true });
        await scene.SettleAsync(sold.Id);
        var (first, last) = (scene.Today.AddDays(5), scene.Today.AddDays(9));
        await scene.DoAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(address), first, "103.10.1.9"), Token));
        var details = await scene.GetAsync(sold.Id);
        Assert.Equal("", details.FixedAddress);
        var change = Assert.Single(details.Changes);
        Assert.Equal((SubscriptionChangeKind.GiveAddress, first), (change.Kind, change.DueOn));
        Assert.Equal("subscriptions.change_not_found", (await scene.Lifecycle.CancelChangeAsync(sold.Id, change.Id, Token)).Error?.Code);
        Assert.Equal(LineDeliveryState.Settled, details.Delivery!.State);

        // Nobody else gets it meanwhile, by name or as the first that is free.
        var second = await scene.SellAsync(scene.Wish(account, plan) with { Username = "siti" });
        var taken = await scene.Offers.AddAddOnAsync(second.Id, (await scene.GetAsync(second.Id)).Row.Version, new(new(address), FixedAddress: "103.10.1.9"), Token);
        Assert.Equal("addressing.address_given", Assert.Single(taken.Error!.Fields).Code);
        taken = await scene.Offers.AddAddOnAsync(second.Id, (await scene.GetAsync(second.Id)).Row.Version, new(new(address), scene.Today.AddDays(1), "103.10.1.9"), Token);
        Assert.Equal("addressing.address_given", Assert.Single(taken.Error!.Fields).Code);
        var assigner = new AddressAssigner(scene.Database.Factory, new TestActor([.. RolePermissions.All]));
        Assert.Equal("103.10.1.10", (await assigner.FindFreeAsync(ProvisioningRig.RouterId(0), "103.10.1.9-103.10.1.10", Token)).Value.Address);

        // Whoever writes the line's own address anew changes nothing about it.
        await using (var context = scene.Database.Open())
        {
            var line = await context.Set<DesiredAccessRecord>().SingleAsync(w => w.Username == "budi", Token);
            line.FixedAddress = "";
            Assert.Equal(Ipv4.ToNumber("103.10.1.9"), line.ClaimedAddress);
        }

        await scene.GoToAsync(first.AddDays(-1));
        Assert.True(string.IsNullOrEmpty(scene.Rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]));
        Assert.Equal((1, 0, 0, 0), await scene.GoToAsync(first));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("103.10.1.9", scene.Rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]);

        // Ended on a day: had until its end, anybody's the day after.
        var bought = Assert.Single((await scene.GetAsync(sold.Id)).AddOns);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, bought.Id, last, null, Token));
        await scene.GoToAsync(last);
        await scene.SettleAsync(sold.Id);
        Assert.Equal("103.10.1.9", scene.Rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]);
        await scene.GoToAsync(last.AddDays(1));
        await scene.SettleAsync(sold.Id);
        Assert.True(string.IsNullOrEmpty(scene.Rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]));
        await scene.DoAsync(second.Id, v => scene.Offers.AddAddOnAsync(second.Id, v, new(new(address), FixedAddress: "103.10.1.9"), Token));
    }

    [Fact]
    public async Task One_that_never_began_is_kept_no_longer_and_one_after_a_gap_is_kept_through_it()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var address = await AddOnAsync(scene, "IP", 100_000, AddOnKind.StaticIp);
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        var other = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        await scene.DoAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(address), scene.Today.AddDays(5), "103.10.1.9"), Token));
        var bought = Assert.Single((await scene.GetAsync(sold.Id)).AddOns);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, bought.Id, null, null, Token));
        Assert.Empty((await scene.GetAsync(sold.Id)).Changes);
        await scene.DoAsync(other.Id, v => scene.Offers.AddAddOnAsync(other.Id, v, new(new(address), FixedAddress: "103.10.1.9"), Token));

        // Ended today and bought again from the tenth day on: the line is without it in between, and nobody else has it.
        bought = Assert.Single((await scene.GetAsync(other.Id)).AddOns);
        await scene.DoAsync(other.Id, v => scene.Offers.EndAddOnAsync(other.Id, v, bought.Id, null, null, Token));
        var again = scene.Today.AddDays(10);
        await scene.DoAsync(other.Id, v => scene.Offers.AddAddOnAsync(other.Id, v, new(new(address), again), Token));
        await scene.PassDaysAsync(1);
        var between = await scene.GetAsync(other.Id);
        Assert.Equal("", between.FixedAddress);
        Assert.Equal((SubscriptionChangeKind.GiveAddress, again), (Assert.Single(between.Changes).Kind, between.Changes[0].DueOn));
        Assert.Equal("common.invalid", await scene.TryAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(address), FixedAddress: "103.10.1.9"), Token)));
        await scene.GoToAsync(again);
        Assert.Equal("103.10.1.9", (await scene.GetAsync(other.Id)).FixedAddress);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Later_a_promotion_counts_from_the_next_period_and_one_holds_at_a_time(string provider)
    {
        await using var scene = await SubscriptionScene.CreateAsync(provider);
        var (_, account) = await scene.CustomerAsync();
        var (plan, other) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50));
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true });
        var half = await PromotionAsync(scene, new("Setengah", PromotionKind.Percent, scene.Today, null) { Percent = 50, Periods = 2, PlanIds = [plan.PlanId] });
        await scene.GoToAsync(scene.Today.AddDays(10));
        await scene.DoAsync(sold.Id, v => scene.Offers.GivePromotionAsync(sold.Id, v, new(half), "Maaf atas gangguan", Token));
        var details = await scene.GetAsync(sold.Id);
        Assert.Equal((details.Row.EndsOn!.Value.AddDays(1), details.Row.EndsOn.Value.AddMonths(2)), (details.Promotions[0].FromOn, details.Promotions[0].ToOn!.Value));
        Assert.Equal("subscriptions.has_promotion", await scene.TryAsync(sold.Id, v => scene.Offers.GivePromotionAsync(sold.Id, v, new(half), null, Token)));
        Assert.Equal("common.invalid", await scene.TryAsync(sold.Id, v => scene.Offers.EndPromotionAsync(sold.Id, v, " ", Token)));

        // Taken back before it began: it never was.
        await scene.DoAsync(sold.Id, v => scene.Offers.EndPromotionAsync(sold.Id, v, "salah", Token));
        Assert.Empty((await scene.GetAsync(sold.Id)).Promotions);
        Assert.Equal("subscriptions.no_promotion", await scene.TryAsync(sold.Id, v => scene.Offers.EndPromotionAsync(sold.Id, v, "salah", Token)));

        // Under way when the plan changes to one that it is not for: it ends the day before.
        await scene.DoAsync(sold.Id, v => scene.Offers.GivePromotionAsync(sold.Id, v, new(half), null, Token));
        var ont = await AddOnAsync(scene, "ONT", 25_000, plans: [plan.PlanId]);
        await scene.DoAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(ont)), Token));
        await scene.GoToAsync(details.Row.EndsOn.Value.AddDays(5));
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(other.PlanId, other.PriceId, ChangeMoment.Now), Token));
        details = await scene.GetAsync(sold.Id);
        Assert.Equal((scene.Today.AddDays(-1), scene.Today.AddDays(-1)), (details.Promotions[0].ToOn!.Value, details.AddOns[0].ToOn!.Value));
    }

    [Fact]
    public async Task An_add_on_is_had_until_its_last_day_and_only_by_those_who_may()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { ActivateNow = true });
        var ont = await AddOnAsync(scene, "ONT", 25_000);
        var reader = scene.OffersAs(SubscriptionsPermissions.SubscriptionsRead);
        Assert.Equal("identity.forbidden", await scene.TryAsync(sold.Id, v => reader.AddAddOnAsync(sold.Id, v, new(new(ont)), Token)));
        Assert.Equal("common.invalid", await scene.TryAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(ont), scene.Today.AddDays(-1)), Token)));
        Assert.Equal("common.version_conflict", (await scene.Offers.AddAddOnAsync(sold.Id, 99, new(new(ont)), Token)).Error!.Code);

        await scene.DoAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(ont), scene.Today.AddDays(7)), Token));
        var bought = Assert.Single((await scene.GetAsync(sold.Id)).AddOns);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, bought.Id, null, null, Token));
        Assert.Empty((await scene.GetAsync(sold.Id)).AddOns);

        await scene.DoAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(ont)), Token));
        bought = Assert.Single((await scene.GetAsync(sold.Id)).AddOns);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, bought.Id, scene.Today.AddDays(3), "habis kontrak", Token));
        Assert.Equal(scene.Today.AddDays(3), (await scene.GetAsync(sold.Id)).AddOns[0].ToOn);
        await scene.GoToAsync(scene.Today.AddDays(4));
        Assert.Equal("subscriptions.add_on_not_found", await scene.TryAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, bought.Id, null, null, Token)));
        Assert.Equal("subscriptions.add_on_not_found", await scene.TryAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, Guid.CreateVersion7(), null, null, Token)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task The_address_of_an_add_on_reaches_the_router_and_goes_with_it(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var address = await AddOnAsync(scene, "IP", 100_000, AddOnKind.StaticIp);
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "budi", ActivateNow = true });
        await scene.SettleAsync(sold.Id);
        Assert.Equal("common.invalid", await scene.TryAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(address)), Token)));
        await scene.DoAsync(sold.Id, v => scene.Offers.AddAddOnAsync(sold.Id, v, new(new(address), FixedAddress: "103.10.1.9"), Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("103.10.1.9", scene.Rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]);

        // Nobody else gets it meanwhile.
        var second = await scene.SellAsync(scene.Wish(account, plan) with { Username = "siti" });
        var taken = await scene.Offers.AddAddOnAsync(second.Id, (await scene.GetAsync(second.Id)).Row.Version, new(new(address), FixedAddress: "103.10.1.9"), Token);
        Assert.Equal("addressing.address_given", Assert.Single(taken.Error!.Fields).Code);

        // Ended today: paid for until midnight, gone tomorrow.
        var bought = Assert.Single((await scene.GetAsync(sold.Id)).AddOns);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, bought.Id, null, null, Token));
        await scene.SettleAsync(sold.Id);
        Assert.Equal("103.10.1.9", scene.Rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]);
        await scene.GoToAsync(scene.Today.AddDays(1));
        await scene.SettleAsync(sold.Id);
        Assert.True(string.IsNullOrEmpty(scene.Rig.Find(RouterMenus.PppSecret, "budi")!["remote-address"]));
        await scene.DoAsync(second.Id, v => scene.Offers.AddAddOnAsync(second.Id, v, new(new(address), FixedAddress: "103.10.1.9"), Token));
    }

    private static async Task<Guid> AddOnAsync(
        SubscriptionScene scene, string code, long rupiah, AddOnKind kind = AddOnKind.RentedDevice, bool isOneTime = false, bool isActive = true, IReadOnlyList<Guid>? plans = null)
    {
        var added = await scene.Plans.AddOns.AddAsync(new(code, code, kind, Money.Idr(rupiah), isOneTime) { IsActive = isActive, PlanIds = plans ?? [] }, Token);
        Assert.Null(added.Error);
        return added.Value;
    }

    private static async Task<Guid> PromotionAsync(SubscriptionScene scene, SavePromotionRequest promotion)
    {
        var added = await scene.Plans.Promotions.AddAsync(promotion, Token);
        Assert.Null(added.Error);
        return added.Value;
    }
}
