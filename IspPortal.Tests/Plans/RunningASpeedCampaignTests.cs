using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Campaigns;
using IspPortal.Infrastructure.Plans;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

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

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Many_lines_are_taken_back_together_and_listed_by_pages(string provider)
    {
        const int Lines = 60;
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 3, provider: provider);
        rig.Settings = rig.Settings with { ObserveMode = true };
        var clock = new ManualClock();
        var scene = new PlanScene(rig.Database, clock, rig);
        var plan = await scene.AddAsync(PlanScene.Home20 with { Name = "Kantor 20", Slug = "KANTOR-20", Service = AccessService.Static, Profile = null });
        for (var i = 0; i < Lines; i++)
        {
            Assert.Null((await rig.Editor.AddAsync(new SaveAccessRequest(ProvisioningRig.RouterId(0), AccessService.Static, $"kantor-{i:00}", null, null, "10M/20M", $"10.9.1.{i + 1}"), Token)).Error);
        }

        var id = (await scene.Campaigns.AddAsync(new("Libur", [plan], clock.NowUtc, clock.NowUtc.AddHours(1)) { FactorPercent = 200 }, Token)).Value;
        await scene.Runner.RunDueAsync(Token);
        Assert.Equal(Lines, (await scene.Campaigns.GetAsync(id, Token)).Value.Changes);
        var (first, second) = (await scene.Campaigns.ListChangesAsync(id, new(1, 50), Token), await scene.Campaigns.ListChangesAsync(id, new(2, 50), Token));
        Assert.Equal((50, 10, (long)Lines), (first.Value.Items.Count, second.Value.Items.Count, second.Value.TotalCount));
        Assert.Equal(Lines, first.Value.Items.Concat(second.Value.Items).Select(c => c.Subject).Distinct().Count());
        Assert.Equal("plans.campaign_not_found", (await scene.Campaigns.ListChangesAsync(plan, new(), Token)).Error?.Code);

        // Its end reads the lines together: not one by one.
        clock.Advance(TimeSpan.FromHours(1));
        var log = new StatementLog(rig.Database);
        var runner = new SpeedCampaignRunner(log.Factory, scene.Usage, new RouterProfiles(rig.Database.Source, rig.Reader, clock), rig.Drafts, rig.Plans, clock);
        await runner.RunDueAsync(Token);
        Assert.InRange(log.Reads("desired_accesses"), 1, 5);
        Assert.All(await ChangesAsync(scene, id), change => Assert.Equal((false, "10M/20M"), (change.WasLeftAlone, change.Before)));
        await using var context = rig.Database.Open();
        Assert.All(await context.Set<DesiredAccessRecord>().ToListAsync(Token), line => Assert.Equal("10M/20M", line.RateLimit));
    }

    private static async Task<IReadOnlyList<CampaignChange>> ChangesAsync(PlanScene scene, Guid id) => (await scene.Campaigns.ListChangesAsync(id, new(), Token)).Value.Items;
}
