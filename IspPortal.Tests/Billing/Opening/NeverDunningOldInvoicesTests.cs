using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Opening;
using IspPortal.Tests.Billing.Dunning;

namespace IspPortal.Tests.Billing.Opening;

/// <summary>What the old system reminded of is not reminded of again: no notice, no fee, no isolir.</summary>
public sealed class NeverDunningOldInvoicesTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_old_invoice_is_owed_and_never_dunned_while_a_new_one_is(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100, LateFee = "fixed", LateFeeAmount = 10_000 };
        var (old, line) = await scene.SellAsync("Budi");
        var (other, _) = await scene.SellAsync("Siti");
        var today = scene.Lines.Today;
        await scene.Bills.BringAsync(OpeningScene.Invoice("budi", "LAMA/1", today.AddDays(-60), today.AddDays(-50), 222_000), OpeningScene.PaidUntil("budi", today.AddMonths(3)));
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        var (_, told, _) = await scene.Walk().RunAsync(Token);
        Assert.True(told > 0);
        Assert.DoesNotContain(scene.Messages.Orders, order => order.ToString().Contains("LAMA/1", StringComparison.Ordinal));
        Assert.Single(await scene.Bills.BillsOfAsync(old));
        var run = await scene.PrepareAsync();
        Assert.Equal([other], (await scene.ItemsAsync(run.Id)).Keys);
        Assert.False(await scene.IsIsolatedAsync(line));
        // It is owed all the same.
        Assert.Equal(222_000, (await scene.Bills.BillsOfAsync(old))[0].Row.Outstanding.Minor);
    }
}
