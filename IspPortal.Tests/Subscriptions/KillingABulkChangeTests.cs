using IspPortal.Core.Common.Time;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Bulk;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Subscriptions;

/// <summary>The portal's own process is killed in the middle of a change to many (kill -9) and started again.</summary>
public sealed class KillingABulkChangeTests
{
    private static readonly int Lines = KilledPortal.Rounds(150, 300);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Fact]
    public async Task Every_subscription_is_changed_once_and_the_counts_are_right()
    {
        // The portal's process has the real time.
        await using var scene = await SubscriptionScene.CreateAsync("Sqlite", new ManualClock(TimeProvider.System.GetUtcNow()), KilledPortal.SecretsOf);
        var (_, account) = await scene.CustomerAsync();
        var plans = new[] { await scene.PlanAsync(), await scene.PlanAsync("HOME-50", 325_000, 50) };
        for (var i = 0; i < Lines; i++)
        {
            await scene.SellAsync(scene.Wish(account, plans[0]) with { Username = $"banyak-{i}", ActivateNow = true });
        }

        await MoveRoutersHereAsync(scene);
        for (var round = 1; round <= KilledPortal.Rounds(1, 8); round++)
        {
            var (run, plan) = (Ids.New(TimeProvider.System), plans[round % 2]);
            Assert.Null((await scene.BulkAs().StartAsync(run, new(new(), null, BulkChangeKind.ChangePlan) { PlanId = plan.PlanId, PriceId = plan.PriceId, Reason = "Jaringan baru" }, Token)).Error);

            var enough = 10 + (round * 37 % (Lines - 100));
            await using (var first = KilledPortal.Start(scene.Database.Options.DataDirectory))
            {
                await ProvisioningRig.WaitForAsync(() => ToldAsync(scene, run), told => told.Done >= enough, TimeSpan.FromSeconds(120));
                await first.KillAsync();
            }

            Assert.InRange((await ToldAsync(scene, run)).Done, enough, Lines - 1);
            Assert.Equal(BulkRunState.Running, (await scene.BulkAs().GetAsync(run, Token)).Value.State);

            // The lease of the dead one lasts for minutes, which nobody waits for here.
            await using (var context = scene.Database.Open())
            {
                await context.Set<BulkRun>().Where(r => r.Id == run).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, DateTime.UnixEpoch), Token);
            }

            await using var second = KilledPortal.Start(scene.Database.Options.DataDirectory);
            var ended = await ProvisioningRig.WaitForAsync(async () => (await scene.BulkAs().GetAsync(run, Token)).Value, row => row.State != BulkRunState.Running, TimeSpan.FromSeconds(120));
            Assert.Equal((BulkRunState.Done, Lines, Lines, 0), (ended.State, ended.Items, ended.Done, ended.Failed));
            await using var after = scene.Database.Open();
            Assert.Equal(Lines, await after.Set<Subscription>().CountAsync(s => s.PlanId == plan.PlanId, Token));
            Assert.Equal(
                Enumerable.Repeat(round, Lines),
                await after.Set<SubscriptionHistoryEntry>().Where(h => h.Kind == SubscriptionHistoryKind.PlanChanged).GroupBy(h => h.SubscriptionId).Select(g => g.Count()).ToListAsync(Token));
        }
    }

    private static async Task<Marks> ToldAsync(SubscriptionScene scene, Guid run)
    {
        await using var context = scene.Database.Open();
        var items = context.Set<BulkRunItem>().Where(i => i.RunId == run);
        return new Marks(await items.CountAsync(i => i.State == BulkItemState.Done, Token), await items.Where(i => i.State == BulkItemState.Failed).Select(i => i.ErrorCode).Distinct().ToListAsync(Token));
    }

    // Nothing answers at the scene's routers, and that at once.
    private static async Task MoveRoutersHereAsync(SubscriptionScene scene)
    {
        await using var context = scene.Database.Open();
        await context.Set<Core.Network.Routers.Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Host, "127.0.0.1"), Token);
    }

    private sealed record Marks(int Done, IReadOnlyList<string?> Failures);
}
