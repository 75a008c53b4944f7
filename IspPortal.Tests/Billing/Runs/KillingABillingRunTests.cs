using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Time;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Runs;

/// <summary>The portal's own process is killed in the middle of a billing run (kill -9), again and again, and started again.</summary>
public sealed class KillingABillingRunTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Every_account_is_billed_once_and_the_ledger_balances(string provider)
    {
        var (kills, lines) = (KilledPortal.Rounds(3, 20), KilledPortal.Rounds(800, 10_000));
        // The portal's process has the real time.
        await using var scene = await BillingScene.CreateAsync(provider, new ManualClock(TimeProvider.System.GetUtcNow().AddMonths(-1)), KilledPortal.SecretsOf);
        var (_, line) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.CopyAsync(line, lines - 1);
        scene.Lines.Clock.NowUtc = TimeProvider.System.GetUtcNow().UtcDateTime;
        await using (var context = scene.Database.Open())
        {
            await context.Set<Core.Network.Routers.Router>().ExecuteUpdateAsync(set => set.SetProperty(r => r.Host, "127.0.0.1").SetProperty(r => r.Enabled, false), Token);
        }

        var id = Ids.New(TimeProvider.System);
        Assert.Null((await scene.Runs().PrepareAsync(id, scene.Lines.Today, false, Token)).Error);
        for (var kill = 0; kill < kills; kill++)
        {
            await using var portal = KilledPortal.Start(scene.Database.Options);
            var state = await ProvisioningRig.WaitForAsync(() => MovedAsync(scene, id, kill * lines / kills), moved => moved, TimeSpan.FromSeconds(120));
            Assert.True(state);
            await portal.KillAsync();
            await FreeAsync(scene, id);
        }

        await using (KilledPortal.Start(scene.Database.Options))
        {
            await ProvisioningRig.WaitForAsync(() => MovedAsync(scene, id, lines), done => done, TimeSpan.FromSeconds(180));
            await ProvisioningRig.WaitForAsync(async () => (await scene.Runs().GetAsync(id, Token)).Value, row => row.State == BillingRunState.Done, TimeSpan.FromSeconds(60));
        }

        var run = (await scene.Runs().GetAsync(id, Token)).Value;
        Assert.Equal((lines, lines, 0, 0), (run.Accounts, run.Billed, run.Failed, run.LeftOut));
        await using var after = scene.Database.Open();
        Assert.Equal(lines, await after.Set<Invoice>().CountAsync(Token));
        Assert.Equal(lines, await after.Set<Invoice>().Select(i => i.BillingAccountId).Distinct().CountAsync(Token));
        Assert.Equal(lines, await after.Set<LedgerTransaction>().CountAsync(Token));
        Assert.Equal(0, await after.Set<LedgerEntry>().SumAsync(e => e.AmountMinor, Token));
        Assert.Equal(await after.Set<Invoice>().SumAsync(i => i.TotalMinor, Token), await after.Set<LedgerEntry>().Where(e => e.Account == LedgerAccount.Receivable).SumAsync(e => e.AmountMinor, Token));
        var last = await after.Set<Invoice>().MaxAsync(i => i.Number, Token);
        Assert.EndsWith($"-{lines:000000}", last, StringComparison.Ordinal);
    }

    // Approves as soon as the preview is there, and says whether so many are billed.
    private static async Task<bool> MovedAsync(BillingScene scene, Guid id, int billed)
    {
        var run = (await scene.Runs().GetAsync(id, Token)).Value;
        if (run.State == BillingRunState.Waiting)
        {
            Assert.Null((await scene.Runs().ApproveAsync(id, run.Version, "Sudah diperiksa", Token)).Error);
        }

        return run.State is BillingRunState.Running or BillingRunState.Done && run.Billed >= billed;
    }

    // The lease of the dead one lasts for minutes, which nobody waits for here.
    private static async Task FreeAsync(BillingScene scene, Guid id)
    {
        await using var context = scene.Database.Open();
        await context.Set<BillingRun>().Where(r => r.Id == id).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, DateTime.UnixEpoch), Token);
    }
}
