using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Tests.Network.Provisioning;

public sealed class ChangingAProfileTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_session_of_the_profile_feels_the_new_speed_and_its_undoing()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 3);
        var lines = await Task.WhenAll(Enumerable.Range(0, 70).Select(i => rig.AddLineAsync($"kill-{i}")));
        await rig.ApplyAsync(lines);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.LiveSessions), n => n == 70);
        await using (var context = rig.Database.Open())
        {
            context.Add(new DesiredProfileRecord { Id = Guid.CreateVersion7(), RouterId = ProvisioningRig.RouterId(0), Service = AccessService.Pppoe, Name = "HOME-20", RateLimit = "15M/33M" });
            await context.SaveChangesAsync(Token);
        }

        var created = await rig.Plans.CreateAsync(new CreateAccessPlanRequest(null, [ProvisioningRig.RouterId(0)]), Token);
        Assert.Null(created.Error);
        var applied = await rig.ApplyPlanAsync(created.Value);
        Assert.Equal(AccessPlanState.Applied, applied.Row.State);
        Assert.InRange(applied.Row.Kicks, 70, 73);
        Assert.Equal("15M/33M", rig.Find(RouterMenus.PppProfile, "HOME-20")!["rate-limit"]);

        // All of them: who is still dialling while the undo is planned comes with the new speed and is not among its kicks.
        await ProvisioningRig.WaitForAsync(() => Task.FromResult(rig.SessionsAt(33_000_000)), n => n >= applied.Row.Kicks);

        var undo = await rig.Plans.UndoAsync(created.Value, Token);
        Assert.Null(undo.Error);
        await rig.ApplyPlanAsync(undo.Value);
        Assert.Equal("10M/20M", rig.Find(RouterMenus.PppProfile, "HOME-20")!["rate-limit"]);
        await ProvisioningRig.WaitForAsync(() => Task.FromResult((rig.SessionsAt(33_000_000), rig.LiveSessions)), n => n is (0, 70));
    }
}
