using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Statements;

/// <summary>Paused days that were paid beforehand come back once: in money, with the next bill. The days that the line is given at its end meanwhile are taken up by the next period, or taken back with its offer.</summary>
public sealed class APausedPrepaidLineOnPaperTests
{
    [Theory]
    [InlineData("Sqlite", true)]
    [InlineData("Postgres", true)]
    [InlineData("Sqlite", false)]
    public async Task Paused_days_come_back_in_money_and_not_in_days_too(string provider, bool pays)
    {
        await using var books = await StatementScene.CreateAsync(provider, "2026-01-10");
        books.BillsOn = day => day.Day is 3;
        var budi = await books.SellAsync("Budi", await books.PlanAsync("Prabayar 20", new(Money.Idr(155_000)), PlanPayment.Prepaid));
        await books.BillAsync();
        await books.PayAsync(budi.Account, 172_050);
        await books.PauseAsync(budi, "2026-01-15", "2026-01-19");
        await books.On("2026-01-25");
        Assert.Equal(StatementScene.Day("2026-02-14"), (await books.Lines.GetAsync(budi.Line)).Row.EndsOn);
        await books.On("2026-02-05");

        // Five days of 155,000 are 25,000: 130,000 and their tax are left to pay.
        Assert.Equal(144_300, await books.DueAsync(budi.Account));
        if (pays)
        {
            await books.PayAsync(budi.Account, 144_300);
        }

        await books.On("2026-02-12");
        Assert.Equal(StatementScene.Day(pays ? "2026-03-09" : "2026-02-09"), (await books.Lines.GetAsync(budi.Line)).Row.EndsOn);
    }
}
