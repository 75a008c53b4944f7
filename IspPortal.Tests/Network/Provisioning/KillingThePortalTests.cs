using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Network.Provisioning;

/// <summary>The portal's own process is killed in the middle of a plan (kill -9) and started again.</summary>
public sealed class KillingThePortalTests
{
    private const int Lines = 250;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task A_plan_of_500_steps_ends_as_wanted_and_no_step_is_doubled()
    {
        var rounds = KilledPortal.Rounds(3, 30);
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 5, database: await PortalDatabase.CreateAsync("Sqlite", secrets: KilledPortal.SecretsOf), pumps: false);
        var lines = await MadeAsync(rig);
        for (var round = 0; round < rounds; round++)
        {
            // Every line changes its speed, and every session has to feel it: 250 changes and 250 kicks.
            var profile = round % 2 == 0 ? "HOME-50" : "HOME-20";
            await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.LiveSessions), n => n >= Lines, TimeSpan.FromSeconds(60));
            await SpeedAsync(rig, profile);
            var starts = rig.SessionStarts;
            var plan = await rig.PlanAsync(lines);
            Assert.Equal((2 * Lines, Lines), ((await rig.Plans.GetAsync(plan, Token)).Value.Row.Steps, (await rig.Plans.GetAsync(plan, Token)).Value.Row.Kicks));
            await rig.BeginAsync(plan);

            var threshold = 10 + (round * 37 % 200);
            await using (var first = KilledPortal.Start(rig.Database.Options.DataDirectory))
            {
                await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.WithProfile(profile)), n => n >= threshold, TimeSpan.FromSeconds(90));
                await first.KillAsync();
            }

            Assert.Equal(AccessPlanState.Applying, (await rig.Plans.GetAsync(plan, Token)).Value.Row.State);
            await using var second = KilledPortal.Start(rig.Database.Options.DataDirectory);
            var ended = await rig.EndOfAsync(plan);
            Assert.Equal((AccessPlanState.Applied, 2 * Lines, 0), (ended.Row.State, ended.Row.Done, ended.Row.Failed));
            Assert.Equal(Lines, rig.WithProfile(profile));
            Assert.Equal(Lines, rig.Owned(RouterMenus.PppSecret));

            // One kick each: a second one would show as one more session.
            await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.LiveSessions), n => n >= Lines, TimeSpan.FromSeconds(60));
            Assert.Equal(starts + Lines, rig.SessionStarts);
        }
    }

    private static async Task<Guid[]> MadeAsync(ProvisioningRig rig)
    {
        var lines = new Guid[Lines];
        for (var i = 0; i < Lines; i++)
        {
            lines[i] = await rig.AddLineAsync($"kill-{i}");
        }

        var plan = await rig.PlanAsync(lines);
        await rig.BeginAsync(plan);
        await using var portal = KilledPortal.Start(rig.Database.Options.DataDirectory);
        Assert.Equal(AccessPlanState.Applied, (await rig.EndOfAsync(plan)).Row.State);
        return lines;
    }

    private static async Task SpeedAsync(ProvisioningRig rig, string profile)
    {
        await using var context = rig.Database.Open();
        foreach (var wanted in context.Set<DesiredAccessRecord>())
        {
            wanted.Profile = profile;
        }

        await context.SaveChangesAsync(Token);
    }
}
