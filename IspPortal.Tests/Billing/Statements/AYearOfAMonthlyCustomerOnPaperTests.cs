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
            2026-02-01 INV-202602-000001, Budi, due 2026-02-11
                       : Period Rumah 20 2026-01-16..2026-01-31 16/31                77,419  DaysOfPeriod
                       : Installation                                               250,000  Once
                       : Deposit                                                    100,000  Once
                       : PPN 12 % of 327,419                                         36,016  faktur 04
                       : to pay                                                     463,435
            2026-02-01   InvoiceIssued INV-202602-000001
                       Receivable Budi                        463,435                 463,435
                       Tax                                                 36,016
                       Revenue                                            327,419
                       Deposits Budi                                      100,000
            2026-02-05 KW-202602-000001
                       : Cash Loket 1                                               463,435
            2026-02-05   ReceiptBooked KW-202602-000001
                       Cash                                   463,435
                       Receivable Budi                                    463,435           0
            2026-03-01 INV-202603-000001, Budi, due 2026-03-11
                       : Period Rumah 20 2026-02-01..2026-02-28                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-03-01   InvoiceIssued INV-202603-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-03-05 KW-202603-000001
                       : Cash Loket 1                                               166,500
            2026-03-05   ReceiptBooked KW-202603-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2026-04-01 INV-202604-000001, Budi, due 2026-04-11
                       : Period Rumah 20 2026-03-01..2026-03-13 13/31                62,903  DaysOfPeriod
                       : Period Rumah 50 2026-03-14..2026-03-31 18/31               145,161  DaysOfPeriod
                       : PPN 12 % of 208,064                                         22,887  faktur 04
                       : to pay                                                     230,951
            2026-04-01   InvoiceIssued INV-202604-000001
                       Receivable Budi                        230,951                 230,951
                       Tax                                                 22,887
                       Revenue                                            208,064
            2026-04-05 KW-202604-000001
                       : Cash Loket 1                                               230,951
            2026-04-05   ReceiptBooked KW-202604-000001
                       Cash                                   230,951
                       Receivable Budi                                    230,951           0
            2026-05-01 INV-202605-000001, Budi, due 2026-05-11
                       : Period Rumah 50 2026-04-01..2026-04-30                     250,000  WholePeriod
                       : PPN 12 % of 250,000                                         27,500  faktur 04
                       : to pay                                                     277,500
            2026-05-01   InvoiceIssued INV-202605-000001
                       Receivable Budi                        277,500                 277,500
                       Tax                                                 27,500
                       Revenue                                            250,000
            2026-05-05 KW-202605-000001
                       : Cash Loket 1                                               277,500
            2026-05-05   ReceiptBooked KW-202605-000001
                       Cash                                   277,500
                       Receivable Budi                                    277,500           0
            2026-06-01 INV-202606-000001, Budi, due 2026-06-11
                       : Period Rumah 50 2026-05-01..2026-05-31                     250,000  WholePeriod
                       : PPN 12 % of 250,000                                         27,500  faktur 04
                       : to pay                                                     277,500
            2026-06-01   InvoiceIssued INV-202606-000001
                       Receivable Budi                        277,500                 277,500
                       Tax                                                 27,500
                       Revenue                                            250,000
            2026-06-05 KW-202606-000001
                       : Cash Loket 1                                               277,500
            2026-06-05   ReceiptBooked KW-202606-000001
                       Cash                                   277,500
                       Receivable Budi                                    277,500           0
            2026-07-01 INV-202607-000001, Budi, due 2026-07-11
                       : Period Rumah 50 2026-06-01..2026-06-19 19/30               158,333  DaysOfPeriod
                       : Period Rumah 20 2026-06-20..2026-06-30 11/30                55,000  DaysOfPeriod
                       : PPN 12 % of 213,333                                         23,467  faktur 04
                       : to pay                                                     236,800
            2026-07-01   InvoiceIssued INV-202607-000001
                       Receivable Budi                        236,800                 236,800
                       Tax                                                 23,467
                       Revenue                                            213,333
            2026-07-05 KW-202607-000001
                       : Cash Loket 1                                               236,800
            2026-07-05   ReceiptBooked KW-202607-000001
                       Cash                                   236,800
                       Receivable Budi                                    236,800           0
            2026-08-01 INV-202608-000001, Budi, due 2026-08-11
                       : Period Rumah 20 2026-07-01..2026-07-31                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-08-01   InvoiceIssued INV-202608-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-08-05 KW-202608-000001
                       : Cash Loket 1                                               166,500
            2026-08-05   ReceiptBooked KW-202608-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2026-09-01 INV-202609-000001, Budi, due 2026-09-11
                       : Period Rumah 20 2026-08-01..2026-08-19 19/31                91,935  DaysOfPeriod
                       : PPN 12 % of 91,935                                          10,113  faktur 04
                       : to pay                                                     102,048
            2026-09-01   InvoiceIssued INV-202609-000001
                       Receivable Budi                        102,048                 102,048
                       Tax                                                 10,113
                       Revenue                                             91,935
            2026-09-15 DN-202609-000001 on INV-202609-000001, Budi, due 2026-09-25
                       : LateFee INV-202609-000001                                   10,000  Once
                       : to pay                                                      10,000
            2026-09-15   DebitNoteIssued DN-202609-000001
                       Receivable Budi                         10,000                 112,048
                       LateFees                                            10,000
            2026-09-20 KW-202609-000001
                       : Cash Loket 1                                               112,048
            2026-09-20   ReceiptBooked KW-202609-000001
                       Cash                                   112,048
                       Receivable Budi                                     10,000     102,048
                       Receivable Budi                                    102,048           0
            2026-10-01 INV-202610-000001, Budi, due 2026-10-11
                       : Period Rumah 20 2026-09-01..2026-09-30                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-10-01   InvoiceIssued INV-202610-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-10-05 KW-202610-000001
                       : Cash Loket 1                                               166,500
            2026-10-05   ReceiptBooked KW-202610-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2026-11-01 INV-202611-000001, Budi, due 2026-11-11
                       : Period Rumah 20 2026-10-01..2026-10-31                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-11-01   InvoiceIssued INV-202611-000001
                       Receivable Budi                        166,500                 166,500
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-11-05 KW-202611-000001
                       : Cash Loket 1                                               166,500
            2026-11-05   ReceiptBooked KW-202611-000001
                       Cash                                   166,500
                       Receivable Budi                                    166,500           0
            2026-11-10 CN-202611-000001 on INV-202611-000001, Budi: Sering putus
                       : 1 Rumah 20                                                 -20,000
                       : tax                                                         -2,200
            2026-11-10   CreditNoteIssued CN-202611-000001
                       Tax                                      2,200
                       Revenue                                 20,000
                       CustomerCredit Budi                                 22,200     -22,200
            2026-12-01 INV-202612-000001, Budi, due 2026-12-11
                       : Period Rumah 20 2026-11-01..2026-11-30                     150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 04
                       : to pay                                                     166,500
            2026-12-01   InvoiceIssued INV-202612-000001
                       Receivable Budi                        166,500                 144,300
                       Tax                                                 16,500
                       Revenue                                            150,000
            2026-12-01   CreditApplied INV-202612-000001
                       CustomerCredit Budi                     22,200                 166,500
                       Receivable Budi                                     22,200     144,300
            2026-12-05 KW-202612-000001
                       : Cash Loket 1                                               144,300
            2026-12-05   ReceiptBooked KW-202612-000001
                       Cash                                   144,300
                       Receivable Budi                                    144,300           0
            2027-01-01 INV-202701-000001, Budi, due 2027-01-11
                       : Period Rumah 20 2026-12-01..2026-12-20 20/31                96,774  DaysOfPeriod
                       : DepositReturn                                             -100,000  Once
                       : PPN 12 % of 96,774                                          10,645  faktur 04
                       : to pay                                                       7,419
            2027-01-01   InvoiceIssued INV-202701-000001
                       Receivable Budi                          7,419                   7,419
                       Deposits Budi                          100,000
                       Tax                                                 10,645
                       Revenue                                             96,774
            2027-01-05 KW-202701-000001
                       : Cash Loket 1                                                 7,419
            2027-01-05   ReceiptBooked KW-202701-000001
                       Cash                                     7,419
                       Receivable Budi                                      7,419           0
            2027-01-05 closes
                       Cash                                 2,415,953
                       Tax                                                238,428
                       Revenue                                          2,167,525
                       LateFees                                            10,000
            """);
    }
}
