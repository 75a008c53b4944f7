using System.Text.Json;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Settings;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Dunning;

/// <summary>The portal's own process is killed in the middle of an isolir run (kill -9), again and again, and started again.</summary>
public sealed class KillingAnIsolirRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_line_is_isolated_once()
    {
        var (kills, lines) = (KilledPortal.Rounds(1, 20), KilledPortal.Rounds(200, 2_000));
        // The portal's process has the real time; the bills were due long ago.
        await using var scene = await DunningScene.CreateAsync("Sqlite", new ManualClock(TimeProvider.System.GetUtcNow().AddMonths(-2)), KilledPortal.SecretsOf);
        var (_, line) = await scene.SellAsync("Budi");
        await CopyWithDeliveryAsync(scene, line, lines - 1);
        await scene.BillAsync();
        scene.Lines.Clock.NowUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        scene.Settings = new() { RunSharePercent = 100, IsolirHour = 0, NoIsolirAfter = "", SendsReminders = false };
        await using (var context = scene.Database.Open())
        {
            await context.Set<Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Host, "127.0.0.1").SetProperty(r => r.Enabled, false), Token);
            context.Add(new SettingsRow { Key = "dunning", Json = JsonSerializer.Serialize(scene.Settings, SettingsJson.Stored), ChangedAtUtc = DateTime.UnixEpoch });
            await context.SaveChangesAsync(Token);
        }

        var run = await scene.PrepareAsync();
        Assert.Equal(lines, run.Accounts);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, null, Token)).Error);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var portal = KilledPortal.Start(scene.Database.Options.DataDirectory);
            await ProvisioningRig.WaitForAsync(() => IsolatedAsync(scene), isolated => isolated >= (kill * lines / kills) + 1, TimeSpan.FromSeconds(120));
            await portal.KillAsync();
            await using var context = scene.Database.Open();
            await context.Set<IsolirRun>().Where(r => r.Id == run.Id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, DateTime.UnixEpoch), Token);
        }

        await using (KilledPortal.Start(scene.Database.Options.DataDirectory))
        {
            await ProvisioningRig.WaitForAsync(() => scene.RunAsync(run.Id), row => row.State == IsolirRunState.Done, TimeSpan.FromSeconds(180));
        }

        run = await scene.RunAsync(run.Id);
        Assert.Equal((lines, 0, 0), (run.Isolated, run.Failed, run.LeftOut));
        await using var after = scene.Database.Open();
        Assert.Equal(lines, await after.Set<SubscriptionHold>().CountAsync(Token));
        Assert.Equal(lines, await after.Set<SubscriptionHistoryEntry>().CountAsync(h => h.Kind == SubscriptionHistoryKind.Held, Token));
        Assert.Equal(lines, await after.Set<IsolirRunLine>().CountAsync(l => l.State == IsolirLineState.Isolated, Token));
    }

    private static async Task<int> IsolatedAsync(DunningScene scene)
    {
        await using var context = scene.Database.Open();
        return await context.Set<IsolirRunLine>().CountAsync(l => l.State == IsolirLineState.Isolated, Token);
    }

    // A copy needs all that changing a line needs: what is wanted of it on its router.
    private static async Task CopyWithDeliveryAsync(DunningScene scene, Guid line, int copies)
    {
        await scene.Bills.CopyAsync(line, copies);
        await using var context = scene.Database.Open();
        var accessId = await context.Set<Subscription>().Where(s => s.Id == line).Select(s => s.AccessId).SingleAsync(Token);
        var wanted = await context.Set<DesiredAccessRecord>().AsNoTracking().SingleAsync(w => w.AccessId == accessId, Token);
        var others = await context.Set<Subscription>().AsNoTracking().Where(s => s.Id != line).Select(s => new { s.AccessId, s.Username }).ToListAsync(Token);
        await Copies.InsertWantedAsync(context, wanted, others.ConvertAll(o => (o.AccessId, o.Username)), Token);
    }
}
