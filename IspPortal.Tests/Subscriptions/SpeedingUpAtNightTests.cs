using IspPortal.Core.Audit;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;
using IspPortal.Core.Subscriptions.Changes;
using IspPortal.Core.Subscriptions.Delivery;
using IspPortal.Core.Subscriptions.Offers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>Night speeds from 22:00 to 06:00 in Jakarta, over real emulated routers; the clock is moved by hand and begins at three in the afternoon.</summary>
public sealed class SpeedingUpAtNightTests
{
    private const string Night = "HOME-20-night-200";

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_line_is_faster_from_evening_to_morning_and_its_router_knows(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var night = await NightAsync(scene, reconnects: true);
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "kill-malam", ActivateNow = true, AddOns = [new(night, 1, Money.Idr(35_000))] });
        var plain = await scene.SellAsync(scene.Wish(account, plan) with { Username = "kill-biasa", ActivateNow = true });
        await SettleAsync(scene, sold.Id, plain.Id);
        var bought = Assert.Single((await scene.GetAsync(sold.Id)).AddOns);
        Assert.Equal((35_000L, (int?)200, new TimeOnly(22, 0), new TimeOnly(6, 0)), (bought.Price.Minor, bought.SpeedPercent, bought.NightFrom!.Value, bought.NightTo!.Value));

        // Evening: nothing yet.
        At(scene, 21, 59);
        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));
        Assert.Null(scene.Rig.Find(RouterMenus.PppProfile, Night));
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(scene.Rig.LiveSessions), n => n == 2);
        var others = scene.Rig.SessionsAt(40_000_000);

        // Night: a profile made after the plan's, and the line on it.
        At(scene, 22, 0);
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));
        Assert.Equal(200, (await scene.GetAsync(sold.Id)).NightPercent);
        await SettleAsync(scene, sold.Id);
        var (own, made) = (scene.Rig.Find(RouterMenus.PppProfile, "HOME-20")!, scene.Rig.Find(RouterMenus.PppProfile, Night)!);
        Assert.Equal(("20M/40M", "10M/20M"), (made["rate-limit"], own["rate-limit"]));
        Assert.Equal((own["local-address"], own["remote-address"], own["dns-server"], own["only-one"]), (made["local-address"], made["remote-address"], made["dns-server"], made["only-one"]));
        Assert.Equal((Night, "HOME-20"), (ProfileOf(scene, "kill-malam"), ProfileOf(scene, "kill-biasa")));
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(scene.Rig.SessionsAt(40_000_000)), n => n == others + 1);
        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));

        // It passes midnight, and so does a portal that was away.
        At(scene, 5, 59);
        await scene.Rig.RestartAsync();
        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));

        // Morning, hours late: the missed edge is made good.
        At(scene, 9, 30);
        Assert.Equal((0, 1), await scene.Nights.RunDueAsync(Token));
        Assert.Null((await scene.GetAsync(sold.Id)).NightPercent);
        await SettleAsync(scene, sold.Id);
        Assert.Equal("HOME-20", ProfileOf(scene, "kill-malam"));
        await ProvisioningRig.WaitForAsync(() => Task.FromResult((scene.Rig.SessionsAt(40_000_000), scene.Rig.LiveSessions)), n => n == (others, 2));
        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));
        await using var context = scene.Database.Open();
        Assert.Equal(["night_speed_begun", "night_speed_ended"], await context.Set<AuditEntry>().Where(a => a.Action.StartsWith("night_speed")).OrderBy(a => a.AtUtc).Select(a => a.Action).ToListAsync(Token));
    }

    [Fact]
    public async Task Nobody_is_cut_off_for_it_unless_the_add_on_says_so()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        var sold = await scene.SellAsync(scene.Wish(account, await scene.PlanAsync()) with { Username = "kill-malam", ActivateNow = true, AddOns = [new(await NightAsync(scene, reconnects: false))] });
        await SettleAsync(scene, sold.Id);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(scene.Rig.LiveSessions), n => n == 1);
        var (starts, others) = (scene.Rig.SessionStarts, scene.Rig.SessionsAt(40_000_000));
        At(scene, 23, 0);
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        Assert.Equal(Night, ProfileOf(scene, "kill-malam"));
        Assert.Equal((starts, 1, others), (scene.Rig.SessionStarts, scene.Rig.LiveSessions, scene.Rig.SessionsAt(40_000_000)));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_queue_is_raised_and_the_higher_of_campaign_and_night_is_had(string provider)
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"], provider);
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync("KANTOR-20", service: AccessService.Static);
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "kantor", FixedAddress = "10.9.0.7", ActivateNow = true, AddOns = [new(await NightAsync(scene, reconnects: false))] });
        await SettleAsync(scene, sold.Id);
        Assert.Equal("10000000/20000000", LimitOf(scene));

        At(scene, 22, 0);
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        Assert.Equal("20000000/40000000", LimitOf(scene));

        // A slower campaign begins in the night: the next look gives the line its night back.
        await CampaignAsync(scene, plan.PlanId, 150, TimeSpan.FromMinutes(10));
        await UntilAsync(scene, "15000000/30000000");
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        Assert.Equal("20000000/40000000", LimitOf(scene));

        // A faster one is had instead of the night.
        scene.Clock.Advance(TimeSpan.FromMinutes(20));
        await scene.Campaigns.RunDueAsync(Token);
        await CampaignAsync(scene, plan.PlanId, 300, TimeSpan.FromHours(12));
        Assert.Equal((0, 1), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        await UntilAsync(scene, "30000000/60000000");

        // Morning comes while it runs, and its end brings the plan's.
        At(scene, 6, 0);
        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));
        scene.Clock.Advance(TimeSpan.FromHours(12));
        await scene.Campaigns.RunDueAsync(Token);
        await UntilAsync(scene, "10000000/20000000");
    }

    [Fact]
    public async Task Held_lines_have_no_night_and_what_changes_in_the_night_is_followed()
    {
        await using var scene = await SubscriptionScene.StartAsync(["7.18"]);
        var (_, account) = await scene.CustomerAsync();
        var (plan, fast) = (await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50));
        var sold = await scene.SellAsync(scene.Wish(account, plan) with { Username = "malam", ActivateNow = true, AddOns = [new(await NightAsync(scene, reconnects: false))] });
        await SettleAsync(scene, sold.Id);
        At(scene, 23, 0);
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));

        // Held in the night, and let go again.
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.HoldAsync(sold.Id, v, AccessHolds.Manual, "periksa", Token));
        Assert.Equal((0, 1), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        Assert.Equal(("HOME-20", "yes"), (ProfileOf(scene, "malam"), DisabledOf(scene)));
        await scene.DoAsync(sold.Id, v => scene.Lifecycle.ReleaseAsync(sold.Id, v, AccessHolds.Manual, "selesai", Token));
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        Assert.Equal(Night, ProfileOf(scene, "malam"));

        // The plan gets faster in the night: the night's profile follows, and the plan's own followers leave the raised line alone.
        var row = (await scene.Plans.Catalog.GetAsync(plan.PlanId, Token)).Value;
        Assert.Null((await scene.EditorOfPlans().UpdateAsync(plan.PlanId, row.Row.Version, row.Content with { Speed = new PlanSpeed(30_000_000, 15_000_000), Terms = null }, Token)).Error);
        await scene.FollowingPlans.HandleAsync(new(plan.PlanId), Token);
        Assert.Equal(200, (await scene.GetAsync(sold.Id)).NightPercent);
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        Assert.Equal("30M/60M", scene.Rig.Find(RouterMenus.PppProfile, Night)!["rate-limit"]);

        // Another plan in the night: its own speed first, its night with the next look.
        await scene.DoAsync(sold.Id, v => scene.Moves.ChangePlanAsync(sold.Id, v, new(fast.PlanId, fast.PriceId, ChangeMoment.Now), Token));
        Assert.Null((await scene.GetAsync(sold.Id)).NightPercent);
        Assert.Equal((1, 0), await scene.Nights.RunDueAsync(Token));
        await SettleAsync(scene, sold.Id);
        Assert.Equal(("HOME-50-night-200", "50M/100M"), (ProfileOf(scene, "malam"), scene.Rig.Find(RouterMenus.PppProfile, "HOME-50-night-200")!["rate-limit"]));

        // Ended today: this night is the last, until its morning.
        var bought = Assert.Single((await scene.GetAsync(sold.Id)).AddOns);
        await scene.DoAsync(sold.Id, v => scene.Offers.EndAddOnAsync(sold.Id, v, bought.Id, null, null, Token));
        At(scene, 3, 0);
        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));
        At(scene, 6, 0);
        Assert.Equal((0, 1), await scene.Nights.RunDueAsync(Token));
        At(scene, 22, 0);
        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));
    }

    [Fact]
    public async Task A_portal_that_dies_at_the_edge_has_done_both_or_neither()
    {
        await using var scene = await SubscriptionScene.CreateAsync();
        var (_, account) = await scene.CustomerAsync();
        var plan = await scene.PlanAsync();
        var night = await NightAsync(scene, reconnects: false);
        var lines = new List<Guid>();
        for (var i = 0; i < 3; i++)
        {
            lines.Add((await scene.SellAsync(scene.Wish(account, plan) with { ActivateNow = true, AddOns = [new(night)] })).Id);
        }

        At(scene, 22, 0);
        await using (var context = scene.Database.Open())
        {
            // What is written last cannot be.
            await context.Database.ExecuteSqlRawAsync("CREATE TRIGGER dies BEFORE INSERT ON audit_entries WHEN new.action = 'night_speed_begun' BEGIN SELECT RAISE(ABORT, 'dies'); END", Token);
        }

        Assert.Equal((0, 0), await scene.Nights.RunDueAsync(Token));
        foreach (var id in lines)
        {
            Assert.Null((await scene.GetAsync(id)).NightPercent);
        }

        await using (var context = scene.Database.Open())
        {
            Assert.False(await context.Set<DesiredProfileRecord>().AnyAsync(p => p.Like != null, Token));
            Assert.All(await context.Set<DesiredAccessRecord>().ToListAsync(Token), line => Assert.Equal("HOME-20", line.Profile));
            await context.Database.ExecuteSqlRawAsync("DROP TRIGGER dies", Token);
        }

        Assert.Equal((3, 0), await scene.Nights.RunDueAsync(Token));
        await using var after = scene.Database.Open();
        Assert.Single(await after.Set<LineDelivery>().Where(d => d.State == LineDeliveryState.Pending && d.BatchId != null).Select(d => d.BatchId).Distinct().ToListAsync(Token));
        Assert.All(await after.Set<DesiredAccessRecord>().ToListAsync(Token), line => Assert.Equal(Night, line.Profile));
    }

    // The same hour of the business's clock, today or as the next one that comes.
    private static void At(SubscriptionScene scene, int hour, int minute)
    {
        var local = scene.Clock.NowUtc.AddHours(7);
        var next = local.Date.AddHours(hour).AddMinutes(minute);
        scene.Clock.NowUtc = DateTime.SpecifyKind((next < local ? next.AddDays(1) : next).AddHours(-7), DateTimeKind.Utc);
    }

    private static async Task SettleAsync(SubscriptionScene scene, params Guid[] lines)
    {
        foreach (var line in lines)
        {
            await scene.SettleAsync(line);
        }
    }

    private static async Task CampaignAsync(SubscriptionScene scene, Guid plan, int percent, TimeSpan until)
    {
        var added = await scene.Plans.Campaigns.AddAsync(new($"Kampanye {percent}", [plan], scene.Clock.NowUtc, scene.Clock.NowUtc + until) { FactorPercent = percent }, Token);
        Assert.Null(added.Error);
        await scene.Campaigns.RunDueAsync(Token);
    }

    private static async Task<Guid> NightAsync(SubscriptionScene scene, bool reconnects)
    {
        var added = await scene.Plans.AddOns.AddAsync(
            new("MALAM", "Malam", AddOnKind.NightSpeed, Money.Idr(35_000), false) { SpeedPercent = 200, NightFrom = new(22, 0), NightTo = new(6, 0), ReconnectsSessions = reconnects }, Token);
        Assert.Null(added.Error);
        return added.Value;
    }

    private static Task<string?> UntilAsync(SubscriptionScene scene, string wanted) => ProvisioningRig.WaitForAsync(() => Task.FromResult(LimitOf(scene)), limit => limit == wanted);

    private static string? ProfileOf(SubscriptionScene scene, string username) => scene.Rig.Find(RouterMenus.PppSecret, username)!["profile"];

    private static string? DisabledOf(SubscriptionScene scene) => scene.Rig.Find(RouterMenus.PppSecret, "malam")!["disabled"] is "yes" or "true" ? "yes" : "no";

    private static string? LimitOf(SubscriptionScene scene) => scene.Rig.Find(RouterMenus.SimpleQueue, "kantor")!["max-limit"];
}
