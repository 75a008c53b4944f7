using IspPortal.Core.Common.Money;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Plans;

public sealed class SellingPlansTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_price_comes_into_force_on_its_day_and_a_form_that_stood_open_is_told(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var clock = new ManualClock();
        var scene = new PlanScene(database, clock);
        var id = await scene.AddAsync();
        var opened = (await scene.Catalog.GetAsync(id, Token)).Value;
        var sold = opened.Prices.Single();

        var next = await scene.Editor.SchedulePriceAsync(id, new(opened.Row.Version, new(2026, 12, 1), new PlanTerms(Money.Idr(215_000))), Token);
        Assert.Null(next.Error);
        Assert.Equal("common.version_conflict", (await scene.Editor.SchedulePriceAsync(id, new(opened.Row.Version, new(2026, 12, 5), new PlanTerms(Money.Idr(1))), Token)).Error?.Code);
        Assert.Equal("common.version_conflict", (await scene.Editor.UpdateAsync(id, opened.Row.Version, PlanScene.Home20, Token)).Error?.Code);
        Assert.Equal(Money.Idr(200_000), (await scene.Catalog.PriceOnAsync(id, new(2026, 11, 30), Token)).Value.Terms.Price);
        Assert.Equal(Money.Idr(215_000), (await scene.Catalog.PriceOnAsync(id, new(2026, 12, 1), Token)).Value.Terms.Price);
        Assert.Equal("plans.no_price", (await scene.Catalog.PriceOnAsync(id, new(2020, 1, 1), Token)).Error?.Code);
        Assert.Null((await scene.Catalog.ConfirmPriceAsync(id, sold.Id, new(2026, 11, 30), Token)).Error);
        Assert.Equal("plans.price_changed", (await scene.Catalog.ConfirmPriceAsync(id, sold.Id, new(2026, 12, 1), Token)).Error?.Code);

        // 17:00 UTC is midnight in Jakarta: the day is the business's.
        clock.NowUtc = new DateTime(2026, 11, 30, 17, 0, 1, DateTimeKind.Utc);
        var row = (await scene.Catalog.ListAsync(new(), new(), Token)).Value.Items.Single();
        Assert.Equal((Money.Idr(215_000), (Money?)null), (row.Price, row.NextPrice));
        Assert.Equal("plans.price_in_force", (await scene.Editor.WithdrawPriceAsync(id, next.Value, Token)).Error?.Code);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Plans_are_found_filtered_and_sorted_by_the_price_of_today(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var scene = new PlanScene(database, new ManualClock());
        await scene.AddAsync();
        var cheap = await scene.AddAsync(PlanScene.Home20 with { Name = "Kos 5", Slug = "KOS-5", Terms = new PlanTerms(Money.Idr(75_000)), SortOrder = 50 });
        await scene.AddAsync(PlanScene.Home20 with { Name = "Bisnis", Slug = "BISNIS", Terms = new PlanTerms(Money.Idr(900_000)), Audience = PlanAudience.Business | PlanAudience.Enterprise });
        Assert.Null((await scene.Editor.SetActiveAsync(cheap, false, Token)).Error);

        Assert.Equal(["KOS-5", "HOME-20", "BISNIS"], await SlugsAsync(new(), new(Sort: "price")));
        Assert.Equal(["BISNIS", "HOME-20", "KOS-5"], await SlugsAsync(new(), new(Sort: "price", Descending: true)));
        Assert.Equal(["KOS-5"], await SlugsAsync(new(IsActive: false), new()));
        Assert.Equal(["BISNIS"], await SlugsAsync(new(Audience: PlanAudience.Enterprise), new()));
        Assert.Equal(["HOME-20"], await SlugsAsync(new(), new(Search: "hOmE")));
        Assert.Equal("plans/", (await scene.Search.FindAsync("home", 5, Token)).Single().Url[..6]);
        Assert.Equal("plans.slug_taken", (await scene.Editor.AddAsync(PlanScene.Home20, Token)).Error?.Code);

        async Task<IEnumerable<string>> SlugsAsync(PlanFilter filter, PageRequest page) => (await scene.Catalog.ListAsync(filter, page, Token)).Value.Items.Select(p => p.Slug);
    }

    [Fact]
    public async Task A_speed_that_no_router_carries_is_refused_at_its_field()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var scene = new PlanScene(database, new ManualClock());
        await using (var context = database.Open())
        {
            context.Add(new Router { Id = Guid.CreateVersion7(), Name = "RTR-KECIL", NameKey = "rtr-kecil", Host = "a", AddressKey = "a", Username = "a", Password = "a", Enabled = true, CapacityMegabits = 15, CreatedAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
        }

        var field = (await scene.Editor.AddAsync(PlanScene.Home20, Token)).Error!.Fields.Single();
        Assert.Equal(("speed.downBitsPerSecond", "plans.above_router_capacity", "RTR-KECIL"), (field.Field, field.Code, field.Arguments[0]));
        Assert.Empty((await scene.Catalog.ListAsync(new(), new(), Token)).Value.Items);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Offers_belong_to_their_plans_and_codes_are_unique(string provider)
    {
        await using var database = await PortalDatabase.CreateAsync(provider);
        var scene = new PlanScene(database, new ManualClock());
        var (home, other) = (await scene.AddAsync(), await scene.AddAsync(PlanScene.Home20 with { Slug = "HOME-30" }));
        var added = await scene.AddOns.AddAsync(new("IP", "Static address", AddOnKind.StaticIp, Money.Idr(100_000), false) { PlanIds = [home] }, Token);
        Assert.Null(added.Error);
        Assert.Equal("plans.code_taken", (await scene.AddOns.AddAsync(new("IP", "Other", AddOnKind.Other, Money.Zero, true), Token)).Error?.Code);
        Assert.Equal("planIds", (await scene.AddOns.AddAsync(new("X", "X", AddOnKind.Other, Money.Zero, true) { PlanIds = [Guid.CreateVersion7()] }, Token)).Error!.Fields.Single().Field);
        Assert.Single((await scene.AddOns.ListAsync(new(PlanId: home), new(), Token)).Value.Items);
        Assert.Empty((await scene.AddOns.ListAsync(new(PlanId: other), new(), Token)).Value.Items);

        var promotion = await scene.Promotions.AddAsync(new("Halo", PromotionKind.Percent, new(2026, 11, 1), new(2026, 11, 30)) { Percent = 50, Coupon = "halo50" }, Token);
        Assert.Null(promotion.Error);
        Assert.Equal("plans.code_taken", (await scene.Promotions.AddAsync(new("B", PromotionKind.Percent, new(2026, 11, 1), null) { Percent = 5, Coupon = "HALO50" }, Token)).Error?.Code);
        var row = (await scene.Promotions.ListAsync(new(PromotionState.Running), new(Sort: "to"), Token)).Value.Items.Single();
        Assert.Equal(("HALO50", PromotionState.Running), (row.Content.Coupon, row.State));
        Assert.Empty((await scene.Promotions.ListAsync(new(PromotionState.Ended), new(), Token)).Value.Items);
    }

    [Fact]
    public async Task Without_the_permission_nothing_is_read_or_changed()
    {
        await using var database = await PortalDatabase.CreateAsync("Sqlite");
        var clock = new ManualClock();
        var id = await new PlanScene(database, clock).AddAsync();
        var reader = new PlanScene(database, clock, null, PlanPermissions.PlansRead);
        var stranger = new PlanScene(database, clock, null, "routers.read");
        Assert.Equal("identity.forbidden", (await stranger.Catalog.ListAsync(new(), new(), Token)).Error?.Code);
        Assert.Empty(await stranger.Search.FindAsync("home", 5, Token));
        Assert.Equal("identity.forbidden", (await reader.Editor.AddAsync(PlanScene.Home20, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await reader.Editor.SchedulePriceAsync(id, new(1, new(2027, 1, 1), new PlanTerms(Money.Zero)), Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await reader.Campaigns.StopAsync(id, "a", Token)).Error?.Code);
    }
}
