using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Statements;

public sealed class AFamilyWithTwoAccountsOnPaperTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task One_receipt_pays_two_accounts_with_three_lines_and_the_rest_waits_for_the_next_bill(string provider)
    {
        await using var family = await StatementScene.CreateAsync(provider, "2026-05-01");
        family.Bills.Settings = new() { Periods = "calendar" };
        var small = await family.PlanAsync("Rumah 10", new(Money.Idr(100_000)));
        var large = await family.PlanAsync("Rumah 20", new(Money.Idr(150_000)));
        var home = await family.SellAsync("Rumah", large);
        await family.SellAsync(home.Customer, home.Account, "kamar anak", small);
        var shop = await family.SellAsync(home.Customer, await family.AccountAsync(home.Customer, "Warung"), "warung", large);

        await family.On("2026-06-04");
        await family.PayAsync((home.Account, 277_500), (shop.Account, 200_000));
        await family.On("2026-07-04");
        await family.PayAsync((home.Account, 100_000), (shop.Account, 133_000));
        await family.Expect("""
            """);
    }
}
