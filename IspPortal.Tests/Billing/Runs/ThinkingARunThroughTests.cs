using IspPortal.Core.Billing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Runs;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Billing.Runs;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Runs;

/// <summary>What a whole run would bill, thought through before it is made.</summary>
public sealed class ThinkingARunThroughTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Without_an_assumption_it_is_the_run_that_comes_and_nothing_is_left_of_it(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        scene.Settings = new BillingSettings { MinimumCharge = 120_000 };
        await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await scene.SellAsync("Siti Rahayu", await scene.PlanAsync("KOS-10", 100_000));
        await scene.SellAsync("Rina Lestari", await scene.PlanAsync("HOME-10", 99_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var next = scene.Lines.Today.AddMonths(1);
        var before = await CountAsync(scene);

        var told = new List<(int Done, int Of)>();
        var thought = (await WhatIf(scene).ComputeAsync(new WhatIfRequest(next), new Told(told), Token)).Value;

        Assert.Equal(before, await CountAsync(scene));
        Assert.Equal(thought.Assumed, thought.Plain);
        Assert.Equal((3, 3), told[^1]);
        await scene.Lines.GoToAsync(next);
        var run = await scene.PrepareAsync(next);
        Assert.Equal((run.Accounts, run.Lines, run.Base, run.Before), (thought.Assumed.Accounts, thought.Assumed.Lines, thought.Assumed.Base, thought.Before));
        var items = (await scene.Runs().ItemsAsync(run.Id, new BillingItemFilter(null, null), new(1, 100), Token)).Value.Items.ToDictionary(item => item.BillingAccountId);
        Assert.Equal(items.Count, thought.Rows.Count);
        Assert.All(thought.Rows, row => Assert.Equal((items[row.BillingAccountId].Base, items[row.BillingAccountId].Before, items[row.BillingAccountId].Unusual), (row.Base, row.Before, row.Unusual)));
        Assert.Null((await scene.Runs().ApproveAsync(run.Id, run.Version, "Sudah", Token)).Error);
        await scene.Runner().RunAsync(Token);
        await using var context = scene.Database.Open();
        Assert.Equal(thought.Assumed.Total.Minor, await context.Set<Invoice>().Where(i => i.RunId == run.Id).SumAsync(i => i.TotalMinor, Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_price_a_rate_and_a_minimum_are_assumed_from_a_day_on(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var home = await scene.PlanAsync("HOME-20", 150_000);
        var (budi, _) = await scene.SellAsync("Budi Santoso", home);
        var (siti, _) = await scene.SellAsync("Siti Rahayu", await scene.PlanAsync("KOS-10", 100_000));
        var began = scene.Lines.Today;
        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var next = began.AddMonths(2);
        var before = await CountAsync(scene);
        // The period that the next run bills begins with the day of this one.
        var prices = new Dictionary<Guid, Money> { [home.PlanId] = Money.Idr(180_000) };
        var raised = (await WhatIf(scene).ComputeAsync(new WhatIfRequest(next) { AssumedFromOn = began.AddMonths(1), Prices = prices }, null, Token)).Value;
        Assert.Equal((250_000L, 280_000L), (raised.Plain.Base.Minor, raised.Assumed.Base.Minor));
        Assert.Equal([(180_000L, 150_000L), (100_000L, 100_000L)], raised.Rows.Select(row => (row.Base.Minor, row.Plain.Minor)).OrderDescending());
        Assert.Equal(budi, raised.Rows[0].BillingAccountId);

        var taxed = (await WhatIf(scene).ComputeAsync(new WhatIfRequest(next) { TaxBasisPoints = 1_200 }, null, Token)).Value;
        Assert.Equal((27_500L, 30_000L), (taxed.Plain.Tax.Minor, taxed.Assumed.Tax.Minor));
        // Assumed later than the bills: nothing differs.
        var later = (await WhatIf(scene).ComputeAsync(new WhatIfRequest(next) { TaxBasisPoints = 0, MinimumCharge = Money.Idr(900_000), AssumedFromOn = next.AddDays(1) }, null, Token)).Value;
        Assert.Equal(later.Plain, later.Assumed);
        var least = (await WhatIf(scene).ComputeAsync(new WhatIfRequest(next) { MinimumCharge = Money.Idr(130_000) }, null, Token)).Value;
        Assert.Equal(130_000, least.Rows.Single(row => row.BillingAccountId == siti).Base.Minor);
        Assert.Equal(before, await CountAsync(scene));
    }

    [Fact]
    public async Task Who_may_not_prepare_runs_and_what_makes_no_sense_is_refused()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var today = scene.Lines.Today;
        Assert.Equal("identity.forbidden", (await WhatIf(scene, BillingPermissions.BillingRead).ComputeAsync(new WhatIfRequest(today), null, Token)).Error!.Code);
        Assert.Equal("billing.day_too_far", (await WhatIf(scene).ComputeAsync(new WhatIfRequest(today.AddDays(63)), null, Token)).Error!.Code);
        Assert.Equal("common.invalid", (await WhatIf(scene).ComputeAsync(new WhatIfRequest(today) { TaxBasisPoints = -1 }, null, Token)).Error!.Code);
        Assert.Equal("common.invalid", (await WhatIf(scene).ComputeAsync(new WhatIfRequest(today) { MinimumCharge = Money.Idr(-1) }, null, Token)).Error!.Code);
        Assert.Equal("common.invalid", (await WhatIf(scene).ComputeAsync(new WhatIfRequest(today) { Prices = new Dictionary<Guid, Money> { [Guid.Empty] = Money.Idr(-1) } }, null, Token)).Error!.Code);
        Assert.Empty((await WhatIf(scene).ComputeAsync(new WhatIfRequest(today), null, Token)).Value.Rows);
    }

    private static BillingWhatIf WhatIf(BillingScene scene, params string[] permissions) =>
        new(scene.Database.Factory, new TestActor(permissions.Length == 0 ? CustomersRig.Everything : permissions), scene.Facts, new SubscriptionScene.Day(scene.Lines.Clock));

    private static async Task<(int Invoices, int Entries, int Runs, int Items, int Claims)> CountAsync(BillingScene scene)
    {
        await using var context = scene.Database.Open();
        return (await context.Set<Invoice>().CountAsync(Token), await context.Set<LedgerEntry>().CountAsync(Token), await context.Set<BillingRun>().CountAsync(Token), await context.Set<BillingRunItem>().CountAsync(Token),
            await context.Set<ChargeClaim>().CountAsync(Token));
    }

    private sealed class Told(List<(int Done, int Of)> told) : IProgress<(int Done, int Of)>
    {
        public void Report((int Done, int Of) value) => told.Add(value);
    }
}
