using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Tests.Billing.Statements;

public sealed class PayTenGetTwelveOnPaperTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Ended_in_April_nothing_more_is_earned_and_what_was_not_used_at_full_price_comes_back(string provider)
    {
        await using var books = await SoldAsync(provider, PlanPayment.Postpaid);
        await books.Scene.PayAsync(books.Line.Account, 1_665_000);
        await books.Scene.On("2026-04-30");
        await books.Scene.EndAsync(books.Line);
        await books.Scene.On("2026-08-02");
        await books.Scene.Expect("""
            """);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Paid_beforehand_it_comes_back_as_well_with_nobody_having_to_pay_for_it(string provider)
    {
        await using var books = await SoldAsync(provider, PlanPayment.Prepaid);
        await books.Scene.PayAsync(books.Line.Account, 1_665_000);
        await books.Scene.On("2026-05-10");
        await books.Scene.EndAsync(books.Line);
        await books.Scene.On("2026-07-02");
        await books.Scene.Expect("""
            """);
    }

    [Fact]
    public async Task Credited_on_the_day_of_its_bill_no_month_stays_deferred()
    {
        await using var books = await SoldAsync("Sqlite", PlanPayment.Postpaid);
        await books.Scene.CreditAsync(books.Line.Account, "Salah jual");
        await books.Scene.On("2026-03-02");
        await books.Scene.Expect("""
            """);
    }

    // Whoever paid for more months than the offer needs nothing back; another line bills on, so that the end is seen.
    [Fact]
    public async Task Ended_when_all_that_was_paid_is_used_the_rest_is_earned_at_once()
    {
        await using var books = await SoldAsync("Sqlite", PlanPayment.Postpaid);
        await books.Scene.PayAsync(books.Line.Account, 1_665_000);
        await books.Scene.On("2026-10-30");
        await books.Scene.SellAsync("Siti", await books.Scene.PlanAsync("Rumah 10", new(Money.Idr(100_000))));
        await books.Scene.EndAsync(books.Line);
        await books.Scene.On("2026-11-01");
        await books.Scene.Expect("""
            """);
    }

    private static async Task<Books> SoldAsync(string provider, PlanPayment payment)
    {
        var scene = await StatementScene.CreateAsync(provider, "2026-01-01");
        scene.Bills.Settings = new() { Periods = "calendar" };
        var plan = await scene.PlanAsync("Rumah 20", new(Money.Idr(150_000)), payment);
        var offer = await scene.PromotionAsync(new SavePromotionRequest("Bayar 10 dapat 12", PromotionKind.PayNGetM, scene.Lines.Today, null) { PayPeriods = 10, GetPeriods = 12 });
        var line = await scene.SellAsync("Budi", plan, offer);
        await scene.BillAsync();
        return new(scene, line);
    }

    private sealed record Books(StatementScene Scene, StatementScene.Sold Line) : IAsyncDisposable
    {
        public ValueTask DisposeAsync() => Scene.DisposeAsync();
    }
}
