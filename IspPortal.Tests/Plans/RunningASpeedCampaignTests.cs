using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Plans;

/// <summary>Over real emulated routers; the campaign's clock is moved by hand.</summary>
public sealed class RunningASpeedCampaignTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task It_begins_and_goes_back_by_itself_and_a_restart_changes_nothing(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 3, provider: provider);
        var clock = new ManualClock();
        var scene = new PlanScene(rig.Database, clock, rig);
        var plan = await scene.AddAsync();
        await rig.ApplyAsync(await rig.AddLineAsync("kill-1"));
        var added = await scene.Campaigns.AddAsync(new("Libur", [plan], clock.NowUtc.AddHours(1), clock.NowUtc.AddHours(3)) { FactorPercent = 200 }, Token);
        Assert.Null(added.Error);
        Assert.Equal("plans.campaign_overlaps", (await scene.Campaigns.AddAsync(new("Lain", [plan], clock.NowUtc.AddHours(2), clock.NowUtc.AddHours(9)) { FactorPercent = 150 }, Token)).Error?.Code);

        Assert.Equal((0, 0, 0), await scene.Runner.RunDueAsync(Token));
        clock.Advance(TimeSpan.FromHours(1));
        Assert.Equal((1, 0, 0), await scene.Runner.RunDueAsync(Token));
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Find(RouterMenus.PppProfile, "HOME-20")!["rate-limit"]), limit => limit == "20M/40M");
        Assert.Equal((0, 0, 0), await scene.Runner.RunDueAsync(Token));
        Assert.Equal(SpeedCampaignState.Running, (await scene.Campaigns.GetAsync(added.Value, Token)).Value.Row.State);

        // The portal dies and another one goes on.
        await rig.RestartAsync();
        scene = new PlanScene(rig.Database, clock, rig);
        clock.Advance(TimeSpan.FromHours(2));
        Assert.Equal((0, 1, 0), await scene.Runner.RunDueAsync(Token));
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.Find(RouterMenus.PppProfile, "HOME-20")!["rate-limit"]), limit => limit == "10M/20M");
        var ended = (await scene.Campaigns.GetAsync(added.Value, Token)).Value;
        Assert.Equal((SpeedCampaignState.Ended, 1, 0), (ended.Row.State, ended.Changes, ended.Waiting));
        Assert.False((await ChangesAsync(scene, added.Value)).Single().WasLeftAlone);
        Assert.Equal((0, 0, 0), await scene.Runner.RunDueAsync(Token));
    }

    [Fact]
    public async Task What_was_changed_meanwhile_is_left_alone_and_a_missed_one_never_begins()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 3);
        var clock = new ManualClock();
        var scene = new PlanScene(rig.Database, clock, rig);
        var plan = await scene.AddAsync();
        await rig.ApplyAsync(await rig.AddLineAsync("kill-1"));
        var id = (await scene.Campaigns.AddAsync(new("Libur", [plan], clock.NowUtc, clock.NowUtc.AddHours(1)) { DownBitsPerSecond = 50_000_000, UpBitsPerSecond = 25_000_000 }, Token)).Value;
        var missed = (await scene.Campaigns.AddAsync(new("Nanti", [plan], clock.NowUtc.AddHours(2), clock.NowUtc.AddHours(3)) { FactorPercent = 150 }, Token)).Value;
        await scene.Runner.RunDueAsync(Token);
        await using (var context = rig.Database.Open())
        {
            context.Set<DesiredProfileRecord>().Single().RateLimit = "7M/7M";
            await context.SaveChangesAsync(Token);
        }

        clock.Advance(TimeSpan.FromHours(5));
        await scene.Runner.RunDueAsync(Token);
        Assert.True((await ChangesAsync(scene, id)).Single().WasLeftAlone);
        Assert.Equal(SpeedCampaignState.Missed, (await scene.Campaigns.GetAsync(missed, Token)).Value.Row.State);
        await using var after = rig.Database.Open();
        Assert.Equal("7M/7M", after.Set<DesiredProfileRecord>().Single().RateLimit);
    }

    [Fact]
    public async Task In_observe_mode_it_is_planned_and_nothing_is_written()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 3);
        var clock = new ManualClock();
        var scene = new PlanScene(rig.Database, clock, rig);
        var plan = await scene.AddAsync();
        await rig.ApplyAsync(await rig.AddLineAsync("kill-1"));
        rig.Settings = rig.Settings with { ObserveMode = true };
        var id = (await scene.Campaigns.AddAsync(new("Libur", [plan], clock.NowUtc, clock.NowUtc.AddHours(1)) { FactorPercent = 200 }, Token)).Value;
        Assert.Equal((1, 0, 0), await scene.Runner.RunDueAsync(Token));
        var change = (await ChangesAsync(scene, id)).Single();
        Assert.Equal(AccessPlanState.Observed, (await rig.Plans.GetAsync(change.StartPlanId!.Value, Token)).Value.Row.State);
        Assert.Equal("10M/20M", rig.Find(RouterMenus.PppProfile, "HOME-20")!["rate-limit"]);
    }

    private static async Task<IReadOnlyList<CampaignChange>> ChangesAsync(PlanScene scene, Guid id) => (await scene.Campaigns.ListChangesAsync(id, new(), Token)).Value.Items;
}
