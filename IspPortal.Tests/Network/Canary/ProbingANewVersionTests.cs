using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network.Canary;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Canary;

/// <summary>A version that the portal has not written to before is probed first, by prints alone.</summary>
public sealed class ProbingANewVersionTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49", "Sqlite")]
    [InlineData("7.12", "Postgres")]
    [InlineData("7.24", "Sqlite")]
    public async Task The_first_write_probes_by_itself_and_is_let_through(string version, string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync([version], provider: provider);
        var probe = new CanaryProbe(rig.Database.Source, rig.Clients, TimeProvider.System);
        var guard = new CanaryGuard(rig.Database.Source, probe);
        Assert.Null(await guard.RefuseAsync(ProvisioningRig.RouterId(0), Token));
        var report = await probe.FindAsync(ProvisioningRig.RouterId(0), Token);
        Assert.True(report!.IsGood);
        Assert.StartsWith(version, report.RouterOsVersion, StringComparison.Ordinal);
        Assert.Equal(report.RouterOsVersion, await ProbedAsync(rig));
        Assert.Equal(36, report.Shapes.Count);
    }

    [Fact]
    public async Task After_an_upgrade_it_probes_anew_and_a_bad_probe_forbids_writing_until_a_good_one()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"]);
        var probe = new CanaryProbe(rig.Database.Source, rig.Clients, TimeProvider.System);
        var guard = new CanaryGuard(rig.Database.Source, probe);
        await using (var context = rig.Database.Open())
        {
            await context.Set<Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.ProbedVersion, "7.23.1 (stable)").SetProperty(r => r.Username, "nosensitive"), Token);
        }

        // A user that may not read is a shape that fails.
        SetPolicy(rig, "!read");
        var refused = await guard.RefuseAsync(ProvisioningRig.RouterId(0), Token);
        Assert.Equal("provisioning.canary_not_passed", refused!.Code);
        Assert.Null(await ProbedAsync(rig));
        Assert.Contains((await probe.FindAsync(ProvisioningRig.RouterId(0), Token))!.Shapes, s => s.ErrorCode == "routeros.not_enough_permissions");

        // Somebody has to look: it does not try again by itself.
        var failed = (await probe.FindAsync(ProvisioningRig.RouterId(0), Token))!.ProbedAtUtc;
        Assert.Equal("provisioning.canary_not_passed", (await guard.RefuseAsync(ProvisioningRig.RouterId(0), Token))!.Code);
        Assert.Equal(failed, (await probe.FindAsync(ProvisioningRig.RouterId(0), Token))!.ProbedAtUtc);
        await using (var context = rig.Database.Open())
        {
            await context.Set<Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Username, LabRouters.User), Token);
        }

        Assert.True((await probe.ProbeAsync(ProvisioningRig.RouterId(0), Token)).Value.IsGood);
        Assert.Null(await guard.RefuseAsync(ProvisioningRig.RouterId(0), Token));
    }

    [Fact]
    public async Task A_router_that_does_not_answer_is_not_judged()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24"]);
        rig.Lab.Router.PowerOff();
        var probe = new CanaryProbe(rig.Database.Source, rig.Clients, TimeProvider.System);
        Assert.StartsWith("routeros.", (await new CanaryGuard(rig.Database.Source, probe).RefuseAsync(ProvisioningRig.RouterId(0), Token))!.Code, StringComparison.Ordinal);
        Assert.Null(await probe.FindAsync(ProvisioningRig.RouterId(0), Token));
    }

    private static void SetPolicy(ProvisioningRig rig, string read)
    {
        var world = rig.Lab.Router.World;
        lock (world.Gate)
        {
            var groups = world.Menu("/user/group");
            var group = groups.ByName("no-sensitive")!;
            var policies = groups.Get(group, "policy")!.Split(',').Where(p => p is not ("read" or "!read")).Append(read);
            groups.Set(group, "policy", string.Join(',', policies));
        }
    }

    private static async Task<string?> ProbedAsync(ProvisioningRig rig)
    {
        await using var context = rig.Database.Open();
        return (await context.Set<Router>().FindAsync([ProvisioningRig.RouterId(0)], Token))!.ProbedVersion;
    }
}
