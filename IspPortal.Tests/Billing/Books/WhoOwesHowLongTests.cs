using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Tests.Billing.Runs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Books;

/// <summary>What accounts owe, now from the bills and before from the ledger.</summary>
public sealed class WhoOwesHowLongTests
{
    private const long Bill = 499_500;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Debts_grow_older_are_paid_and_are_as_they_were_when_a_past_day_is_asked_for(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        var (budi, _) = await scene.SellAsync("Budi Santoso", plan);
        var (siti, _) = await scene.SellAsync("Siti Aminah", plan);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        var issued = scene.Lines.Today;
        await scene.BillAsync(issued);
        var due = issued.AddDays(10);
        Assert.Equal((issued, 2L, 2L, 2 * Bill, 0L), Told(await TotalsAsync(scene)));
        Assert.Equal((0L, 0L), (await TotalsAsync(scene, issued.AddDays(-1)) is var before ? (before.Accounts, before.Sums.Total.Minor) : default));

        await scene.Lines.GoToAsync(due);
        Assert.Equal(0L, (await TotalsAsync(scene)).Sums.Overdue.Minor);
        await scene.Lines.GoToAsync(due.AddDays(31));
        await scene.PayAsync(Assert.Single(await scene.BillsOfAsync(budi)), 99_500);
        var now = await TotalsAsync(scene);
        Assert.Equal((0L, 0L, 400_000 + Bill, 0L, 0L), Buckets(now.Sums));

        // The one that owes most comes first, and every order can be asked for.
        Assert.Equal([siti, budi], await IdsAsync(scene, new AgeingFilter()));
        foreach (var sort in new[] { "total", "current", "days30", "days60", "days90", "older", "oldest", "account" })
        {
            Assert.Equal(2, (await IdsAsync(scene, new AgeingFilter(), new PageRequest(1, 50, null, sort, true))).Count);
        }

        Assert.Equal([budi], await IdsAsync(scene, new AgeingFilter(), new PageRequest(1, 1, null, "total")));
        Assert.Equal([siti], await IdsAsync(scene, new AgeingFilter(), new PageRequest(2, 1, null, "total")));
        var row = (await scene.Ageing().ListAsync(new AgeingFilter(), new PageRequest(1, 50, "siti"), Token)).Value.Items.Single();
        Assert.Equal((siti, "Siti Aminah", 1, (DateOnly?)due, Bill), (row.BillingAccountId, row.CustomerName, row.Bills, row.OldestDueOn, row.Sums.Days60.Minor));

        // Filters narrow both the list and its totals.
        Assert.Equal(2, (await IdsAsync(scene, new AgeingFilter { City = "KOTA bekasi", PlanId = plan.PlanId, Bucket = AgeingBucket.Days60 })).Count);
        Assert.Empty(await IdsAsync(scene, new AgeingFilter { City = "Bandung" }));
        Assert.Empty(await IdsAsync(scene, new AgeingFilter { Tag = "vip" }));
        Assert.Empty(await IdsAsync(scene, new AgeingFilter { PlanId = Guid.CreateVersion7() }));
        foreach (var bucket in new[] { AgeingBucket.Current, AgeingBucket.Days30, AgeingBucket.Days90, AgeingBucket.Older })
        {
            Assert.Empty(await IdsAsync(scene, new AgeingFilter { Bucket = bucket }));
        }

        // Paid to the end it is gone, and a past day still has it, as late as it was then.
        await scene.Lines.GoToAsync(due.AddDays(91));
        await scene.PayAsync(Assert.Single(await scene.BillsOfAsync(budi)), 400_000);
        Assert.Equal([siti], await IdsAsync(scene, new AgeingFilter()));
        Assert.Equal((0L, 0L, 0L, 0L, Bill), Buckets((await TotalsAsync(scene)).Sums));
        Assert.Equal((0L, 0L, 0L, 400_000 + Bill, 0L), Buckets((await TotalsAsync(scene, due.AddDays(90))).Sums));
        Assert.Equal((0L, 0L, 400_000 + Bill, 0L, 0L), Buckets((await TotalsAsync(scene, due.AddDays(31))).Sums));
        Assert.Equal((0L, 2 * Bill, 0L, 0L, 0L), Buckets((await TotalsAsync(scene, due.AddDays(30))).Sums));
        Assert.Equal([siti, budi], await IdsAsync(scene, new AgeingFilter { On = due.AddDays(31), PlanId = plan.PlanId }));

        // What is asked for now is what the ledger says, too.
        await using var context = scene.Database.Open();
        Assert.Equal(Bill, await context.Set<LedgerEntry>().Where(e => e.Account == LedgerAccount.Receivable).SumAsync(e => e.AmountMinor, Token));
    }

    [Fact]
    public async Task Days_that_have_not_come_and_readers_without_permission_are_refused()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        foreach (var day in new[] { scene.Lines.Today.AddDays(1), new DateOnly(1999, 12, 31), DateOnly.MinValue })
        {
            Assert.Equal(AgeingErrors.BadDay, (await scene.Ageing().TotalsAsync(new AgeingFilter { On = day }, new(), Token)).Error);
            Assert.Equal(AgeingErrors.BadDay, (await scene.Ageing().ListAsync(new AgeingFilter { On = day }, new(), Token)).Error);
        }

        Assert.Equal(ErrorKind.Forbidden, (await scene.Ageing("customers.read").ListAsync(new AgeingFilter(), new(), Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Ageing("customers.read").TotalsAsync(new AgeingFilter(), new(), Token)).Error?.Kind);
    }

    private static async Task<AgeingTotals> TotalsAsync(BillingScene scene, DateOnly? on = null) => (await scene.Ageing().TotalsAsync(new AgeingFilter { On = on }, new(), Token)).Value;

    private static async Task<IReadOnlyList<Guid>> IdsAsync(BillingScene scene, AgeingFilter filter, PageRequest? page = null)
    {
        var found = (await scene.Ageing().ListAsync(filter, page ?? new(), Token)).Value;
        Assert.Equal(found.TotalCount, (await scene.Ageing().TotalsAsync(filter, new(), Token)).Value.Accounts);
        return [.. found.Items.Select(row => row.BillingAccountId)];
    }

    private static (DateOnly, long, long, long, long) Told(AgeingTotals totals) => (totals.On, totals.Accounts, totals.Bills, totals.Sums.Current.Minor, totals.Sums.Overdue.Minor);

    private static (long, long, long, long, long) Buckets(AgeingSums sums) => (sums.Current.Minor, sums.Days30.Minor, sums.Days60.Minor, sums.Days90.Minor, sums.Older.Minor);
}
