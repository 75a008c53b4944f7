using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Network.Provisioning;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Network.Provisioning;

public sealed class KeepingPlansTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Old_plans_go_with_their_steps_and_one_under_way_stays()
    {
        await using var rig = await ProvisioningRig.StartAsync(["7.18"], sessions: 2);
        var old = await rig.ApplyAsync(await rig.AddLineAsync("lama"));
        var waiting = await rig.PlanAsync(await rig.AddLineAsync("jalan"));
        var fresh = await rig.PlanAsync(await rig.AddLineAsync("baru"));
        await using (var context = rig.Database.Open())
        {
            var longAgo = DateTime.UnixEpoch;
            await context.Set<AccessPlanRecord>().Where(p => p.Id == old.Row.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAtUtc, longAgo).SetProperty(p => p.EndedAtUtc, longAgo), Token);
            await context.Set<AccessPlanRecord>().Where(p => p.Id == waiting)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.CreatedAtUtc, longAgo).SetProperty(p => p.State, AccessPlanState.Applying), Token);
        }

        var settings = new Moq.Mock<ISettingsReader<ProvisioningSettings>>();
        settings.Setup(s => s.GetAsync(Moq.It.IsAny<CancellationToken>())).Returns(new ValueTask<ProvisioningSettings>(new ProvisioningSettings()));
        Assert.Equal(1, await new PlanRetention(rig.Database.Source, settings.Object, TimeProvider.System).RemoveOldAsync(Token));

        await using var after = rig.Database.Open();
        Assert.Equal(new[] { waiting, fresh }.Order(), (await after.Set<AccessPlanRecord>().Select(p => p.Id).ToListAsync(Token)).Order());
        Assert.False(await after.Set<AccessPlanStepRecord>().AnyAsync(s => s.PlanId == old.Row.Id, Token));
    }
}
