using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Common.Paging;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Billing.Runs;

/// <summary>The clerk's search among bills, over real databases.</summary>
public sealed class FindingBillsTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_bill_is_found_by_its_number_and_by_a_part_of_its_customers_name_phone_or_number(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("HOME-20", 150_000);
        var (budi, _) = await scene.SellAsync("Budi Santoso", plan);
        await scene.SellAsync("Siti Rahayu", plan);
        await scene.BillAsync(new(2026, 12, 22));
        var bill = Assert.Single(await scene.BillsOfAsync(budi)).Row;

        Assert.Equal([bill.Number], await FoundAsync(scene, bill.Number!));
        Assert.Equal([bill.Number], await FoundAsync(scene, bill.Number!.ToLowerInvariant()));
        Assert.Equal(2, (await FoundAsync(scene, bill.Number[..8])).Count);
        foreach (var part in new[] { "santoso", "antos", "budi san", "00000001" })
        {
            Assert.Equal([bill.Number], await FoundAsync(scene, part));
        }

        Assert.Empty(await FoundAsync(scene, "INV-999999"));
        Assert.Empty(await FoundAsync(scene, "nobody"));

        // Totals are those of what is found, and filters hold beside the search.
        Assert.Equal((1, bill.Payable), ((await scene.Invoices().TotalsAsync(new InvoiceFilter(), new PageRequest(1, 10, "antos"), Token)).Value is { } sums ? (sums.Count, sums.Payable) : default));
        Assert.Empty((await scene.Invoices().ListAsync(new InvoiceFilter { Status = InvoiceStatus.Paid }, new PageRequest(1, 10, "antos"), Token)).Value.Items);
    }

    private static async Task<IReadOnlyList<string?>> FoundAsync(BillingScene scene, string search) =>
        [.. (await scene.Invoices().ListAsync(new InvoiceFilter(), new PageRequest(1, 10, search), Token)).Value.Items.Select(row => row.Number)];
}
