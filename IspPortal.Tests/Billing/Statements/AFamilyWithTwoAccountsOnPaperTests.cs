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
            2026-06-01 INV-202606-000001, Rumah, due 2026-06-11
                       : Period Rumah 20 2026-05-01..2026-05-31                     150,000  WholePeriod
                       : Period Rumah 10 2026-05-01..2026-05-31                     100,000  WholePeriod
                       : PPN 12 % of 250,000                                         27,500  faktur 04
                       : to pay                                                     277,500
            2026-06-01   InvoiceIssued INV-202606-000001
                       Receivable Rumah                       277,500                 277,500
                       Tax                                                 27,500
                       Revenue                                            250,000
            2026-06-01 INV-202606-000002, Warung, due 2026-06-11
                       : Period Rumah 20 2026-05-01..2026-05-31                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-06-01   InvoiceIssued INV-202606-000002
                       Receivable Warung                      166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-06-04 KW-202606-000001
                       : Cash Loket 1                                               477,500
            2026-06-04   ReceiptBooked KW-202606-000001
                       Cash                                   477,500
                       Receivable Rumah                                   277,500           0
                       Receivable Warung                                  166,500           0
                       CustomerCredit Warung                               33,500     -33,500
            2026-07-01 INV-202607-000001, Rumah, due 2026-07-11
                       : Period Rumah 20 2026-06-01..2026-06-30                     150,000  WholePeriod
                       : Period Rumah 10 2026-06-01..2026-06-30                     100,000  WholePeriod
                       : PPN 12 % of 250,000                                         27,500  faktur 04
                       : to pay                                                     277,500
            2026-07-01   InvoiceIssued INV-202607-000001
                       Receivable Rumah                       277,500                 277,500
                       Tax                                                 27,500
                       Revenue                                            250,000
            2026-07-01 INV-202607-000002, Warung, due 2026-07-11
                       : Period Rumah 20 2026-06-01..2026-06-30                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-07-01   InvoiceIssued INV-202607-000002
                       Receivable Warung                      166,500                 133,000
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-07-01   CreditApplied INV-202607-000002
                       CustomerCredit Warung                   33,500                 166,500
                       Receivable Warung                                   33,500     133,000
            2026-07-04 KW-202607-000001
                       : Cash Loket 1                                               233,000
            2026-07-04   ReceiptBooked KW-202607-000001
                       Cash                                   233,000
                       Receivable Rumah                                   100,000     177,500
                       Receivable Warung                                  133,000           0
            2026-07-04 closes
                       Receivable                             177,500
                       Cash                                   710,500
                       Tax                                                 88,000
                       Revenue                                            800,000
                       open: INV-202607-000001 177,500
            """);
    }
}
