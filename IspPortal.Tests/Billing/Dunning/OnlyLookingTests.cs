using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Dunning;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans;
using IspPortal.Core.Settings;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Dunning;

/// <summary>Observe mode: the same previews, and nothing is written, held or told.</summary>
public sealed class OnlyLookingTests
{
    private static readonly ProvisioningSettings Observing = new() { ObserveMode = true };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_billing_run_shows_the_same_and_bills_nothing(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        await scene.SellAsync("Budi Santoso", plan);
        await scene.SellAsync("Siti Aminah", await scene.PlanAsync("PRA-30", 300_000, PlanPayment.Prepaid));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var real = await scene.PrepareAsync(scene.Lines.Today);
        var shown = await PreviewAsync(scene, real.Id);
        Assert.NotEmpty(shown);
        Assert.Null((await scene.Runs().DiscardAsync(real.Id, Token)).Error);

        scene.Provisioning = Observing;
        var before = await CountsAsync(scene);
        var looked = await scene.PrepareAsync(scene.Lines.Today);
        Assert.Equal((true, BillingRunState.Waiting, real.Accounts, real.Lines, real.Base, real.IsBeyondLimit), (looked.IsObserved, looked.State, looked.Accounts, looked.Lines, looked.Base, looked.IsBeyondLimit));
        Assert.Equal(shown, await PreviewAsync(scene, looked.Id));
        Assert.Equal("billing.observe_mode", (await scene.Runs().ApproveAsync(looked.Id, looked.Version, "Coba", Token)).Error?.Code);
        await scene.Runner().RunAsync(Token);
        Assert.Equal(before, await CountsAsync(scene));

        // What was only looked at is never let bill later, and stands in nobody's way.
        scene.Provisioning = new();
        Assert.Equal("billing.run_state", (await scene.Runs().ApproveAsync(looked.Id, looked.Version, "Coba", Token)).Error?.Code);
        Assert.Equal(BillingRunState.Done, (await scene.BillAsync(scene.Lines.Today)).State);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_run_that_was_let_run_waits_until_the_portal_may_write(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var run = await scene.PrepareAsync(scene.Lines.Today);
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, "Sudah diperiksa", Token)).Error);
        scene.Provisioning = Observing;
        var before = await CountsAsync(scene);
        await scene.Runner().RunAsync(Token);
        Assert.Equal(before, await CountsAsync(scene));
        Assert.Equal(BillingRunState.Running, (await scene.Runs().GetAsync(run.Id, Token)).Value.State);
        scene.Provisioning = new();
        await scene.Runner().RunAsync(Token);
        Assert.Single(await scene.BillsOfAsync(budi));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task The_run_of_each_day_is_prepared_to_be_looked_at(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        (scene.Settings, scene.Provisioning) = (new() { PreparesRuns = true, PrepareHour = 1 }, Observing);
        var before = await CountsAsync(scene);
        Assert.True(await Schedule(scene).RunAsync(Token));
        await scene.Runner().RunAsync(Token);
        Assert.False(await Schedule(scene).RunAsync(Token));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddDays(1));
        Assert.True(await Schedule(scene).RunAsync(Token));
        await scene.Runner().RunAsync(Token);
        Assert.All((await scene.Runs().ListAsync(new(1, 10), Token)).Value.Items, run => Assert.Equal((true, BillingRunState.Waiting, 1), (run.IsObserved, run.State, run.Accounts)));
        Assert.Equal(before, await CountsAsync(scene));

        // On the day of leaving it the real one comes.
        scene.Provisioning = new();
        Assert.True(await Schedule(scene).RunAsync(Token));
        await scene.Runner().RunAsync(Token);
        Assert.Single((await scene.Runs().ListAsync(new(1, 10), Token)).Value.Items, run => !run.IsObserved);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_isolir_run_shows_the_same_and_holds_nobody(string provider)
    {
        await using var scene = await DunningScene.CreateAsync(provider);
        scene.Settings = new() { RunSharePercent = 100, LateFee = "fixed", LateFeeAmount = 10_000, PreparesRuns = true, ApprovesRuns = true };
        var (_, line) = await scene.SellAsync("Budi");
        await scene.SellAsync("Siti", 300_000);
        await scene.GoToAsync((await scene.BillAsync()).AddDays(5));
        (scene.Provisioning, scene.Bills.Provisioning) = (Observing, Observing);
        var before = await CountsAsync(scene.Bills);
        var looked = await scene.PrepareAsync();
        await scene.Schedule().PrepareAsync(Token);
        await scene.Runner().RunAsync(Token);
        await scene.Reconnections().RunAsync(Token);
        Assert.Equal((true, IsolirRunState.Waiting), (looked.IsObserved, looked.State));
        Assert.Equal("dunning.observe_mode", (await scene.Runs().ApproveAsync(looked.Id, looked.Version, "Coba", Token)).Error?.Code);
        Assert.Equal(before, await CountsAsync(scene.Bills));
        Assert.Empty(scene.Messages.Orders);
        Assert.False(await scene.IsIsolatedAsync(line));

        // Reminders are computed: they wait in the queue, whose hold makes them what would have been sent; no fee is charged.
        var (_, told, fees) = await scene.Walk().RunAsync(Token);
        Assert.Equal((scene.Messages.Orders.Count, 0), (told, fees));
        Assert.Equal(before, await CountsAsync(scene.Bills));

        (scene.Provisioning, scene.Bills.Provisioning) = (new(), new());
        scene.Settings = scene.Settings with { ApprovesRuns = false };
        var real = await scene.PrepareAsync();
        Assert.Equal((looked.Accounts, looked.Held, looked.Lines, looked.Overdue, looked.IsBeyondShare, looked.IsUnusual), (real.Accounts, real.Held, real.Lines, real.Overdue, real.IsBeyondShare, real.IsUnusual));
        Assert.Equal((await scene.ItemsAsync(looked.Id)).OrderBy(item => item.Key), (await scene.ItemsAsync(real.Id)).OrderBy(item => item.Key));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Nothing_lapses_and_no_credit_is_used_meanwhile(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("PRA-30", 300_000, PlanPayment.Prepaid));
        await scene.BillAsync(scene.Lines.Today);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddDays(40));
        scene.Provisioning = Observing;
        var before = await CountsAsync(scene);
        Assert.Equal(0, await Lapses(scene).RunAsync(Token));
        Assert.Equal(before, await CountsAsync(scene));
        scene.Provisioning = new();
        Assert.Equal(1, await Lapses(scene).RunAsync(Token));
    }

    private static BillingSchedule Schedule(BillingScene scene) => new(scene.Database.Source, scene.Observe, new SettingsOf<BillingSettings>(() => scene.Settings), new SettingsOf<CompanySettings>(() => new()), scene.Lines.Clock);

    private static OfferLapses Lapses(BillingScene scene) => new(scene.Database.Source, scene.Settling, scene.Offers, scene.Observe, new SubscriptionScene.Day(scene.Lines.Clock), scene.Lines.Clock);

    private static async Task<IReadOnlyList<(Guid Account, long Base, int Lines, UnusualBill Unusual)>> PreviewAsync(BillingScene scene, Guid run) =>
        [.. (await scene.Runs().ItemsAsync(run, new(), new(1, 100), Token)).Value.Items.Select(item => (item.BillingAccountId, item.Base.Minor, item.Lines, item.Unusual))];

    // Bills and what became of them, entries, claims, holds, what lines want of their routers, and plans for these.
    private static async Task<(int Bills, int Lapsed, int Entries, int Claims, int Holds, int Plans)> CountsAsync(BillingScene scene)
    {
        await using var context = scene.Database.Open();
        return (
            await context.Set<Invoice>().CountAsync(Token), await context.Set<Invoice>().CountAsync(i => i.State != InvoiceState.Issued, Token), await context.Set<LedgerEntry>().CountAsync(Token),
            await context.Set<ChargeClaim>().CountAsync(Token), await context.Set<SubscriptionHold>().CountAsync(h => h.Kind == Core.Network.Access.AccessHolds.Dunning, Token), await context.Set<AccessPlanRecord>().CountAsync(Token));
    }
}
