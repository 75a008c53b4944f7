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
            2026-01-10 PF-202601-000001, Budi, due 2026-01-20, replaced
                       : Period Prabayar 20 2026-01-10..2026-02-09                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-01-10 INV-202601-000001 for PF-202601-000001, Budi, due 2026-01-20
                       : Period Prabayar 20 2026-01-10..2026-02-09                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-01-10   InvoiceIssued INV-202601-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-01-10   CreditApplied INV-202601-000001
                       CustomerCredit Budi                    166,500                 333,000
                       Receivable Budi                                    166,500     166,500
            2026-01-10 KW-202601-000001
                       : Cash Loket 1                                               166,500
            2026-01-10   ReceiptBooked KW-202601-000001
                       Cash                                   166,500
                       CustomerCredit Budi                                166,500           0
            2026-02-03 PF-202602-000001, Budi, due 2026-02-09, lapsed
                       : Period Prabayar 20 2026-02-10..2026-03-09                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-02-20 INV-202602-000001, Budi, due 2026-03-02
                       : Period Prabayar 20 2026-02-20..2026-03-19                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-02-20   InvoiceIssued INV-202602-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-02-20   CreditApplied INV-202602-000001
                       CustomerCredit Budi                    166,500                 333,000
                       Receivable Budi                                    166,500     166,500
            2026-02-20 KW-202602-000001
                       : Cash Loket 1                                               166,500
            2026-02-20   ReceiptBooked KW-202602-000001
                       Cash                                   166,500
                       CustomerCredit Budi                                166,500           0
            2026-03-13 PF-202603-000001, Budi, due 2026-03-19, issued
                       : Period Prabayar 20 2026-03-20..2026-04-19                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-03-15 closes
                       Cash                                   333,000
                       Tax                                                 33,000
                       Revenue                                            300,000
            """);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Counted_from_the_old_end_what_is_left_of_the_period_is_paid_and_never_the_gap(string provider)
    {
        await using var books = await LapsedAsync(provider, "old-end");
        await books.Expect("""
            2026-01-10 PF-202601-000001, Budi, due 2026-01-20, replaced
                       : Period Prabayar 20 2026-01-10..2026-02-09                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-01-10 INV-202601-000001 for PF-202601-000001, Budi, due 2026-01-20
                       : Period Prabayar 20 2026-01-10..2026-02-09                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-01-10   InvoiceIssued INV-202601-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-01-10   CreditApplied INV-202601-000001
                       CustomerCredit Budi                    166,500                 333,000
                       Receivable Budi                                    166,500     166,500
            2026-01-10 KW-202601-000001
                       : Cash Loket 1                                               166,500
            2026-01-10   ReceiptBooked KW-202601-000001
                       Cash                                   166,500
                       CustomerCredit Budi                                166,500           0
            2026-02-03 PF-202602-000001, Budi, due 2026-02-09, lapsed
                       : Period Prabayar 20 2026-02-10..2026-03-09                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-02-20 INV-202602-000001, Budi, due 2026-03-02
                       : Period Prabayar 20 2026-02-20..2026-03-09 18/28             96,429  DaysOfPeriod
                       : PPN 12 % of 96,429                                          10,607  faktur 04
                       : to pay                                                     107,036
            2026-02-20   InvoiceIssued INV-202602-000001
                       Receivable Budi                        107,036                 107,036
                       Tax                                                 10,607
                       Revenue                                             96,429
            2026-02-20   CreditApplied INV-202602-000001
                       CustomerCredit Budi                    107,036                 214,072
                       Receivable Budi                                    107,036     107,036
            2026-02-20 KW-202602-000001
                       : Cash Loket 1                                               107,036
            2026-02-20   ReceiptBooked KW-202602-000001
                       Cash                                   107,036
                       CustomerCredit Budi                                107,036           0
            2026-03-03 PF-202603-000001, Budi, due 2026-03-09, lapsed
                       : Period Prabayar 20 2026-03-10..2026-04-09                  150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-03-15 closes
                       Cash                                   273,536
                       Tax                                                 27,107
                       Revenue                                            246,429
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
