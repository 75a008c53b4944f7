using IspPortal.Core.Audit;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Lab;
using IspPortal.Tests.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network;

/// <summary>A router that is taken out of the portal leaves no line behind that nobody serves.</summary>
public sealed class RemovingRoutersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_router_that_serves_lines_goes_only_without_them_or_with_them(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24", "7.24"], provider: provider);
        var (budi, siti) = (await rig.AddLineAsync("budi"), await rig.AddLineAsync("siti"));
        await rig.SetAddressAsync("10.77.0.5", siti);
        await rig.ApplyAsync(budi, siti);
        var refused = (await rig.RemoveRouterAsync(0)).Error!;
        Assert.Equal(("network.router_serves_lines", 2), (refused.Code, refused.Arguments[0]));
        Assert.Equal("identity.forbidden", (await rig.RemoveRouterAsync(0, endLines: true, NetworkPermissions.RoutersWrite)).Error!.Code);
        Assert.Null((await RouterAsync(rig)).RemovedAtUtc);

        // One moves away and is not cleaned up yet; the other ends with the router.
        var version = 0L;
        await using (var context = rig.Database.Open())
        {
            version = (await context.Set<DesiredAccessRecord>().FindAsync([budi], Token))!.Version;
        }

        Assert.Null((await rig.Editor.UpdateAsync(budi, version, new SaveAccessRequest(ProvisioningRig.RouterId(1), AccessService.Pppoe, "budi", null, "HOME-20"), Token)).Error);
        Assert.Equal(1, (await rig.RemoveRouterAsync(0)).Error!.Arguments[0]);
        Assert.Null((await rig.RemoveRouterAsync(0, endLines: true)).Error);
        Assert.NotNull((await RouterAsync(rig)).RemovedAtUtc);
        Assert.NotNull(rig.Find(RouterMenus.PppSecret, "siti"));

        await using var after = rig.Database.Open();
        Assert.Equal(AccessLifecycle.Terminated, (await after.Set<DesiredAccessRecord>().FindAsync([siti], Token))!.Lifecycle);
        Assert.Equal(AccessLifecycle.Live, (await after.Set<DesiredAccessRecord>().FindAsync([budi], Token))!.Lifecycle);
        Assert.Equal(ProvisioningRig.RouterId(1), (await after.Set<AccessPlacement>().SingleAsync(p => p.AccessId == budi, Token)).RouterId);
        Assert.Equal(PlacementRole.Primary, (await after.Set<AccessPlacement>().SingleAsync(p => p.AccessId == siti, Token)).Role);
        Assert.Contains("sold", Assert.Single(await after.Set<AuditEntry>().Where(a => a.Action == "terminated" && a.EntityId == siti.ToString()).ToListAsync(Token)).AfterJson!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Lines_that_the_partner_has_too_go_there_first()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24", "7.24"]);
        await rig.PairAsync(PairMode.Standby);
        var budi = await rig.AddLineAsync("budi");
        await rig.ApplyAsync(budi);
        Assert.Equal("network.router_has_twins", (await rig.RemoveRouterAsync(0, endLines: true)).Error!.Code);

        var moved = (await rig.Pairs.PlanAsync(ProvisioningRig.RouterId(0), new(PairAction.MoveToPartner, new(), "is sold"), Token)).Value;
        await rig.ApplyPlanAsync(moved.PlanId!.Value);
        Assert.Null((await rig.RemoveRouterAsync(0)).Error);
        await using var context = rig.Database.Open();
        Assert.Equal(ProvisioningRig.RouterId(1), (await context.Set<AccessPlacement>().SingleAsync(p => p.AccessId == budi, Token)).RouterId);
        Assert.Null((await context.Set<DesiredAccessRecord>().FindAsync([budi], Token))!.HomeRouterId);
        Assert.Null((await context.Set<Router>().FindAsync([ProvisioningRig.RouterId(1)], Token))!.TwinRouterId);
    }

    [Fact]
    public async Task A_plan_that_waits_for_a_router_ends_when_the_router_is_removed()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.24", "7.24"]);
        var (budi, siti) = (await rig.AddLineAsync("budi"), await rig.AddLineAsync("siti", router: 1));
        var plan = await rig.PlanAsync(budi, siti);
        rig.Lab.Routers[0].Throw(new LabFault(LabFaultKind.Refused));
        await rig.BeginAsync(plan);
        await ProvisioningRig.WaitForAsync(
            async () => (await rig.Plans.GetAsync(plan, Token)).Value.Parts, parts => parts.Any(p => p.ErrorCode is not null) && parts.Any(p => p.State == AccessPlanState.Applied));

        Assert.Null((await rig.RemoveRouterAsync(0, endLines: true)).Error);
        var ended = await rig.EndOfAsync(plan);
        Assert.Equal(AccessPlanState.Failed, ended.Row.State);
        Assert.Equal("network.router_not_found", ended.Parts.Single(p => p.RouterId == ProvisioningRig.RouterId(0)).ErrorCode);
        Assert.NotNull(rig.Find(RouterMenus.PppSecret, "siti", 1));
    }

    private static async Task<Router> RouterAsync(ProvisioningRig rig)
    {
        await using var context = rig.Database.Open();
        return (await context.Set<Router>().FindAsync([ProvisioningRig.RouterId(0)], Token))!;
    }
}
