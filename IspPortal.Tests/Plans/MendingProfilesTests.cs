using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Plans;

public sealed class MendingProfilesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_different_profile_is_seen_mended_by_an_access_plan_and_then_in_step(string provider)
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18", "6.49.18"], sessions: 3, provider: provider);
        var scene = new PlanScene(rig.Database, new ManualClock(), rig);
        var plan = await scene.AddAsync();
        await rig.ApplyAsync(await rig.AddLineAsync("kill-1"));
        Assert.All((await scene.Profiles.ListAsync(plan, Token)).Value, row => Assert.Equal(PlanProfileState.Unknown, row.State));
        Assert.All((await scene.Profiles.ReadAsync(plan, Token)).Value, row => Assert.Equal(PlanProfileState.InStep, row.State));
        Assert.Equal("provisioning.nothing_to_do", (await scene.Profiles.MendAsync(plan, new(), Token)).Error?.Code);

        var opened = (await scene.Catalog.GetAsync(plan, Token)).Value;
        Assert.Equal(1, opened.Row.Subscribers);
        var faster = new PlanSpeed(30_000_000, 15_000_000);
        var report = (await scene.Forecast.WhatIfAsync(plan, new(Money.Idr(220_000), faster), Token)).Value;
        Assert.Equal((1, Money.Idr(200_000), Money.Idr(220_000), 2), (report.Subscribers, report.MonthlyBefore, report.MonthlyAfter, report.Steps));
        Assert.Null((await scene.Editor.UpdateAsync(plan, opened.Row.Version, PlanScene.Home20 with { Speed = faster }, Token)).Error);
        Assert.All((await scene.Profiles.ListAsync(plan, Token)).Value, row => Assert.Equal(PlanProfileState.Different, row.State));

        var made = await scene.Profiles.MendAsync(plan, new(Kicks: KickPolicy.NextRedial, Reason: "faster"), Token);
        Assert.Null(made.Error);
        var applied = await rig.ApplyPlanAsync(made.Value);
        Assert.Equal(("plan", AccessPlanState.Applied, 2, 0), (applied.Row.Origin, applied.Row.State, applied.Row.Steps, applied.Row.Kicks));
        Assert.Equal("15M/30M", rig.Find(RouterMenus.PppProfile, "HOME-20")!["rate-limit"]);
        Assert.Equal("15M/30M", rig.Find(RouterMenus.PppProfile, "HOME-20", 1)!["rate-limit"]);
        Assert.All((await scene.Profiles.ReadAsync(plan, Token)).Value, row => Assert.Equal(PlanProfileState.InStep, row.State));
    }

    [Fact]
    public async Task A_missing_profile_is_made_only_when_it_is_adopted()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 3);
        var scene = new PlanScene(rig.Database, new ManualClock(), rig);
        var plan = await scene.AddAsync();
        var router = ProvisioningRig.RouterId(0);
        Assert.Null((await scene.Profiles.MapAsync(plan, router, "HOME-20-BARU", Token)).Error);
        Assert.Equal(PlanProfileState.Missing, (await scene.Profiles.ReadAsync(plan, Token)).Value.Single().State);

        var left = await scene.Profiles.MendAsync(plan, new([router]), Token);
        Assert.Equal(0, (await rig.Plans.GetAsync(left.Value, Token)).Value.Row.Steps);
        var made = await scene.Profiles.MendAsync(plan, new([router], Adopt: true), Token);
        Assert.Null(made.Error);
        await rig.ApplyPlanAsync(made.Value);
        Assert.Equal("10M/20M", rig.Find(RouterMenus.PppProfile, "HOME-20-BARU")!["rate-limit"]);
        var row = (await scene.Profiles.ReadAsync(plan, Token)).Value.Single();
        Assert.Equal((PlanProfileState.InStep, true, true), (row.State, row.IsMapped, row.IsAdopted));
    }
}
