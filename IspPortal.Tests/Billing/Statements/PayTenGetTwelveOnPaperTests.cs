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
            2026-01-01 INV-202601-000001, Budi, due 2026-01-11
                       : Period Rumah 20 · Bayar 10 dapat 12 2026-01-01..2026-12-31   1,500,000  PayNGetM
                       : PPN 12 % of 1,500,000                                      165,000  faktur 04
                       : to pay                                                   1,665,000
            2026-01-01   InvoiceIssued INV-202601-000001
                       Receivable Budi                      1,665,000               1,665,000
                       Tax                                                165,000
                       Revenue                                            125,000
                       DeferredRevenue                                  1,375,000
            2026-01-01 KW-202601-000001
                       : Cash Loket 1                                             1,665,000
            2026-01-01   ReceiptBooked KW-202601-000001
                       Cash                                 1,665,000
                       Receivable Budi                                  1,665,000           0
            2026-02-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-03-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-04-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-05-01 INV-202605-000001, Budi, due 2026-05-11
                       : Correction Rumah 20 · Bayar 10 dapat 12 2026-05-01..2026-12-31 245/365    -900,000  UnusedPaid
                       : PPN 12 % of -900,000                                       -99,000  faktur 04
                       : to pay                                                    -999,000
            2026-05-01   InvoiceIssued INV-202605-000001
                       Tax                                     99,000
                       DeferredRevenue                      1,000,000
                       Receivable Budi                                    999,000    -999,000
                       Revenue                                            100,000
            2026-05-01   CreditApplied INV-202605-000001
                       Receivable Budi                        999,000                       0
                       CustomerCredit Budi                                999,000    -999,000
            2026-08-02 closes
                       CustomerCredit                                     999,000
                       Cash                                 1,665,000
                       Tax                                                 66,000
                       Revenue                                            600,000
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
            2026-01-01 PF-202601-000001, Budi, due 2026-01-11, replaced
                       : Period Rumah 20 · Bayar 10 dapat 12 2026-01-01..2026-12-31   1,500,000  PayNGetM
                       : PPN 12 % of 1,500,000                                      165,000  faktur 04
                       : to pay                                                   1,665,000
            2026-01-01 INV-202601-000001 for PF-202601-000001, Budi, due 2026-01-11
                       : Period Rumah 20 · Bayar 10 dapat 12 2026-01-01..2026-12-31   1,500,000  PayNGetM
                       : PPN 12 % of 1,500,000                                      165,000  faktur 04
                       : to pay                                                   1,665,000
            2026-01-01   InvoiceIssued INV-202601-000001
                       Receivable Budi                      1,665,000               1,665,000
                       Tax                                                165,000
                       Revenue                                            125,000
                       DeferredRevenue                                  1,375,000
            2026-01-01   CreditApplied INV-202601-000001
                       CustomerCredit Budi                  1,665,000               3,330,000
                       Receivable Budi                                  1,665,000   1,665,000
            2026-01-01 KW-202601-000001
                       : Cash Loket 1                                             1,665,000
            2026-01-01   ReceiptBooked KW-202601-000001
                       Cash                                 1,665,000
                       CustomerCredit Budi                              1,665,000           0
            2026-02-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-03-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-04-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-05-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-06-01 INV-202606-000001 for PF-202606-000001, Budi, due 2026-06-11
                       : Correction Rumah 20 · Bayar 10 dapat 12 2026-05-11..2026-12-31 235/365    -851,613  UnusedPaid
                       : PPN 12 % of -851,613                                       -93,677  faktur 04
                       : to pay                                                    -945,290
            2026-06-01   InvoiceIssued INV-202606-000001
                       Tax                                     93,677
                       DeferredRevenue                        875,000
                       Receivable Budi                                    945,290    -945,290
                       Revenue                                             23,387
            2026-06-01   CreditApplied INV-202606-000001
                       Receivable Budi                        945,290                       0
                       CustomerCredit Budi                                945,290    -945,290
            2026-06-01 PF-202606-000001, Budi, due 2026-06-11, replaced
                       : Correction Rumah 20 · Bayar 10 dapat 12 2026-05-11..2026-12-31 235/365    -851,613  UnusedPaid
                       : PPN 12 % of -851,613                                       -93,677  faktur 04
                       : to pay                                                    -945,290
            2026-07-02 closes
                       CustomerCredit                                     945,290
                       Cash                                 1,665,000
                       Tax                                                 71,323
                       Revenue                                            648,387
            """);
    }

    [Fact]
    public async Task Credited_on_the_day_of_its_bill_no_month_stays_deferred()
    {
        await using var books = await SoldAsync("Sqlite", PlanPayment.Postpaid);
        await books.Scene.CreditAsync(books.Line.Account, "Salah jual");
        await books.Scene.On("2026-03-02");
        await books.Scene.Expect("""
            2026-01-01 INV-202601-000001, Budi, due 2026-01-11
                       : Period Rumah 20 · Bayar 10 dapat 12 2026-01-01..2026-12-31   1,500,000  PayNGetM
                       : PPN 12 % of 1,500,000                                      165,000  faktur 04
                       : to pay                                                   1,665,000
            2026-01-01   InvoiceIssued INV-202601-000001
                       Receivable Budi                      1,665,000               1,665,000
                       Tax                                                165,000
                       Revenue                                            125,000
                       DeferredRevenue                                  1,375,000
            2026-01-01 CN-202601-000001 on INV-202601-000001, Budi: Salah jual
                       : 1 Rumah 20 · Bayar 10 dapat 12                          -1,500,000
                       : tax                                                       -165,000
            2026-01-01   CreditNoteIssued CN-202601-000001
                       Tax                                    165,000
                       Revenue                                125,000
                       DeferredRevenue                      1,375,000
                       Receivable Budi                                  1,665,000           0
            2026-03-02 closes
            """);
    }

    // Who used all that was paid gets nothing back; another line bills on, so that bills of a day after the end are out.
    [Fact]
    public async Task Ended_when_all_that_was_paid_is_used_the_rest_is_earned_at_once()
    {
        await using var books = await SoldAsync("Sqlite", PlanPayment.Postpaid);
        await books.Scene.PayAsync(books.Line.Account, 1_665_000);
        await books.Scene.On("2026-10-31");
        await books.Scene.SellAsync("Siti", await books.Scene.PlanAsync("Rumah 10", new(Money.Idr(100_000))));
        await books.Scene.EndAsync(books.Line);
        await books.Scene.On("2026-11-01");
        await books.Scene.Expect("""
            2026-01-01 INV-202601-000001, Budi, due 2026-01-11
                       : Period Rumah 20 · Bayar 10 dapat 12 2026-01-01..2026-12-31   1,500,000  PayNGetM
                       : PPN 12 % of 1,500,000                                      165,000  faktur 04
                       : to pay                                                   1,665,000
            2026-01-01   InvoiceIssued INV-202601-000001
                       Receivable Budi                      1,665,000               1,665,000
                       Tax                                                165,000
                       Revenue                                            125,000
                       DeferredRevenue                                  1,375,000
            2026-01-01 KW-202601-000001
                       : Cash Loket 1                                             1,665,000
            2026-01-01   ReceiptBooked KW-202601-000001
                       Cash                                 1,665,000
                       Receivable Budi                                  1,665,000           0
            2026-02-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-03-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-04-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-05-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-06-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-07-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-08-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-09-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-10-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-11-01 INV-202611-000001, Siti, due 2026-11-11
                       : Period Rumah 10 2026-10-31..2026-10-31 1/31                  3,226  DaysOfPeriod
                       : PPN 12 % of 3,226                                              355  faktur 04
                       : to pay                                                       3,581
            2026-11-01   InvoiceIssued INV-202611-000001
                       Receivable Siti                          3,581                   3,581
                       Tax                                                    355
                       Revenue                                              3,226
            2026-11-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-11-01   DeferredRecognised INV-202601-000001
                       DeferredRevenue                        125,000
                       Revenue                                            125,000
            2026-11-01 closes
                       Receivable                               3,581
                       Cash                                 1,665,000
                       Tax                                                165,355
                       Revenue                                          1,503,226
                       open: INV-202611-000001 3,581
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
