using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Statements;

public sealed class AnOfferThatLapsesOnPaperTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Who_comes_back_pays_a_whole_period_from_then_on_and_never_the_gap(string provider)
    {
        await using var books = await LapsedAsync(provider, "renewal");
        await books.Expect("""
            """);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Counted_from_the_old_end_what_is_left_of_the_period_is_paid_and_never_the_gap(string provider)
    {
        await using var books = await LapsedAsync(provider, "old-end");
        await books.Expect("""
            """);
    }

    private static async Task<StatementScene> LapsedAsync(string provider, string from)
    {
        var books = await StatementScene.CreateAsync(provider, "2026-01-10");
        books.Lines.Settings = books.Lines.Settings with { LateRenewalFrom = from };
        books.BillsOn = day => day.Day is 3 or 13;
        var budi = await books.SellAsync("Budi", await books.PlanAsync("Prabayar 20", new(Money.Idr(150_000)), PlanPayment.Prepaid));
        await books.BillAsync();
        await books.PayAsync(budi.Account, 166_500);
        // Offered on 3 February, payable until the 9th, gone on the 10th; they come back on the 20th.
        await books.On("2026-02-20");
        await books.PayAsync(budi.Account, await books.DueAsync(budi.Account));
        await books.On("2026-03-15");
        return books;
    }
}
