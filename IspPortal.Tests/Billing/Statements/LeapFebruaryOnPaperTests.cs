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
            2028-02-29 INV-202802-000001, Budi, due 2028-03-10
                       : Period Rumah 20 2028-01-31..2028-02-28                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2028-02-29   InvoiceIssued INV-202802-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2028-02-29 KW-202802-000001
                       : Cash Loket 1                                               166,500
            2028-02-29   ReceiptBooked KW-202802-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2028-03-31 INV-202803-000001, Budi, due 2028-04-10
                       : Period Rumah 20 2028-02-29..2028-03-30                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2028-03-31   InvoiceIssued INV-202803-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2028-03-31 KW-202803-000001
                       : Cash Loket 1                                               166,500
            2028-03-31   ReceiptBooked KW-202803-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2028-04-30 INV-202804-000001, Budi, due 2028-05-10
                       : Period Rumah 20 2028-03-31..2028-04-29                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2028-04-30   InvoiceIssued INV-202804-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2028-04-30 KW-202804-000001
                       : Cash Loket 1                                               166,500
            2028-04-30   ReceiptBooked KW-202804-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2028-04-30 closes
                       Cash                                   499,500
                       Tax                                                 49,500
                       Revenue                                            450,000
            """);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_thirty_first_is_the_28th_in_any_other_february_and_comes_back(string provider)
    {
        await using var books = await SoldAsync(provider, "2027-01-31", "2027-02-28", "2027-03-31", "2027-04-30");
        await books.Expect("""
            2027-02-28 INV-202702-000001, Budi, due 2027-03-10
                       : Period Rumah 20 2027-01-31..2027-02-27                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2027-02-28   InvoiceIssued INV-202702-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2027-02-28 KW-202702-000001
                       : Cash Loket 1                                               166,500
            2027-02-28   ReceiptBooked KW-202702-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2027-03-31 INV-202703-000001, Budi, due 2027-04-10
                       : Period Rumah 20 2027-02-28..2027-03-30                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2027-03-31   InvoiceIssued INV-202703-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2027-03-31 KW-202703-000001
                       : Cash Loket 1                                               166,500
            2027-03-31   ReceiptBooked KW-202703-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2027-04-30 INV-202704-000001, Budi, due 2027-05-10
                       : Period Rumah 20 2027-03-31..2027-04-29                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2027-04-30   InvoiceIssued INV-202704-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2027-04-30 KW-202704-000001
                       : Cash Loket 1                                               166,500
            2027-04-30   ReceiptBooked KW-202704-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2027-04-30 closes
                       Cash                                   499,500
                       Tax                                                 49,500
                       Revenue                                            450,000
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
