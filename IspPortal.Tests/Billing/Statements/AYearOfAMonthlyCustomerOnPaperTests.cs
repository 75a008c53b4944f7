using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Statements;

public sealed class AYearOfAMonthlyCustomerOnPaperTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task An_upgrade_and_its_reversal_a_pause_a_late_payment_a_credit_note_and_an_end(string provider)
    {
        await using var year = await StatementScene.CreateAsync(provider, "2026-01-16");
        year.Bills.Settings = new() { Periods = "calendar" };
        year.Late.Settings = year.Late.Settings with { LateFee = "fixed", LateFeeAmount = 10_000, LateFeeGraceDays = 3 };
        var small = await year.PlanAsync("Rumah 20", new(Money.Idr(150_000)) { InstallationFee = Money.Idr(250_000), Deposit = Money.Idr(100_000) });
        var large = await year.PlanAsync("Rumah 50", new(Money.Idr(250_000)));
        var budi = await year.SellAsync("Budi", small);

        await year.On("2026-02-05");
        await year.PayAsync(budi.Account, await year.DueAsync(budi.Account));
        await year.On("2026-03-05");
        await year.PayAsync(budi.Account, 166_500);
        await year.On("2026-03-14");
        await year.ChangeAsync(budi, large);
        await year.On("2026-04-05");
        await year.PayAsync(budi.Account, await year.DueAsync(budi.Account));
        await year.On("2026-05-05");
        await year.PayAsync(budi.Account, 277_500);
        await year.On("2026-06-05");
        await year.PayAsync(budi.Account, 277_500);
        await year.On("2026-06-20");
        await year.ChangeAsync(budi, small);
        await year.On("2026-07-05");
        await year.PayAsync(budi.Account, await year.DueAsync(budi.Account));
        await year.On("2026-08-05");
        await year.PayAsync(budi.Account, 166_500);
        await year.On("2026-08-10");
        await year.PauseAsync(budi, "2026-08-20", "2026-08-31");

        // September's bill is due on the 11th; the fee comes after three days of grace.
        await year.On("2026-09-20");
        await year.PayAsync(budi.Account, await year.DueAsync(budi.Account));
        await year.On("2026-10-05");
        await year.PayAsync(budi.Account, 166_500);
        await year.On("2026-11-05");
        await year.PayAsync(budi.Account, 166_500);

        // Credited after it was paid: the next bill takes it.
        await year.On("2026-11-10");
        await year.CreditAsync(budi.Account, "Sering putus", (1, 20_000));
        await year.On("2026-12-05");
        await year.PayAsync(budi.Account, 144_300);
        await year.On("2026-12-20");
        await year.EndAsync(budi);
        await year.On("2027-01-05");
        await year.PayAsync(budi.Account, await year.DueAsync(budi.Account));
        await year.Expect("""
            """);
    }
}
