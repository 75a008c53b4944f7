using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Statements;

public sealed class LeapFebruaryOnPaperTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_thirty_first_is_the_29th_in_a_leap_february_and_comes_back(string provider)
    {
        await using var books = await SoldAsync(provider, "2028-01-31", "2028-02-29", "2028-03-31", "2028-04-30");
        await books.Expect("""
            """);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_thirty_first_is_the_28th_in_any_other_february_and_comes_back(string provider)
    {
        await using var books = await SoldAsync(provider, "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30");
        await books.Expect("""
            """);
    }

    internal static async Task<StatementScene> SoldAsync(string provider, string begins, params string[] bills)
    {
        var books = await StatementScene.CreateAsync(provider, begins);
        books.BillsOn = day => bills.Contains(day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture));
        var budi = await books.SellAsync("Budi", await books.PlanAsync("Rumah 20", new(Money.Idr(150_000))));
        foreach (var day in bills)
        {
            await books.On(day);
            await books.PayAsync(budi.Account, await books.DueAsync(budi.Account));
        }

        return books;
    }
}
