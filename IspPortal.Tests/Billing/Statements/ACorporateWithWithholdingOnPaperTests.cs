using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Tests.Billing.Statements;

public sealed class ACorporateWithWithholdingOnPaperTests
{
    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task What_a_company_withholds_waits_for_its_slip_and_what_was_credited_of_it_does_not(string provider)
    {
        await using var books = await StatementScene.CreateAsync(provider, "2026-03-01");
        books.Bills.Settings = new() { Periods = "calendar" };
        var plan = await books.PlanAsync("Kantor 100", new(Money.Idr(1_000_000)));
        var company = await books.SellAsync("Maju", plan);
        await books.SellAsync(company.Customer, company.Account, "maju cabang", plan);
        await books.TermsAsync(company.Account, new SaveBillingTermsRequest(CustomerTax.Normal, 200, null, "0098765432109000", null, null));

        await books.On("2026-04-10");
        await books.PayAsync(company.Account, 2_180_000);
        await books.On("2026-04-25");
        await books.SlipAsync(company.Account, "BP-0001");

        // A quarter of the next bill is taken back before it is paid: less is withheld, too.
        await books.On("2026-05-03");
        await books.CreditAsync(company.Account, "Cabang tutup dua minggu", (2, 500_000));
        await books.On("2026-05-10");
        await books.PayAsync(company.Account, 1_635_000);
        await books.Expect("""
            2026-04-01 INV-202604-000001, Maju, due 2026-04-11
                       : Period Kantor 100 2026-03-01..2026-03-31                 1,000,000  WholePeriod
                       : Period Kantor 100 2026-03-01..2026-03-31                 1,000,000  WholePeriod
                       : PPN 12 % of 2,000,000                                      220,000  faktur 04
                       : withheld                                                   -40,000
                       : to pay                                                   2,180,000
            2026-04-01   InvoiceIssued INV-202604-000001
                       Receivable Maju                      2,220,000               2,220,000
                       Tax                                                220,000
                       Revenue                                          2,000,000
            2026-04-10 KW-202604-000001
                       : Cash Loket 1                                             2,180,000
            2026-04-10   ReceiptBooked KW-202604-000001
                       Cash                                 2,180,000
                       Receivable Maju                                  2,180,000      40,000
            2026-04-25   WithholdingReceived INV-202604-000001
                       Withholding                             40,000
                       Receivable Maju                                     40,000           0
            2026-05-01 INV-202605-000001, Maju, due 2026-05-11
                       : Period Kantor 100 2026-04-01..2026-04-30                 1,000,000  WholePeriod
                       : Period Kantor 100 2026-04-01..2026-04-30                 1,000,000  WholePeriod
                       : PPN 12 % of 2,000,000                                      220,000  faktur 04
                       : withheld                                                   -40,000
                       : to pay                                                   2,180,000
            2026-05-01   InvoiceIssued INV-202605-000001
                       Receivable Maju                      2,220,000               2,220,000
                       Tax                                                220,000
                       Revenue                                          2,000,000
            2026-05-03 CN-202605-000001 on INV-202605-000001, Maju: Cabang tutup dua minggu
                       : 2 Kantor 100                                              -500,000
                       : tax                                                        -55,000
            2026-05-03   CreditNoteIssued CN-202605-000001
                       Tax                                     55,000
                       Revenue                                500,000
                       Receivable Maju                                    555,000   1,665,000
            2026-05-10 KW-202605-000001
                       : Cash Loket 1                                             1,635,000
            2026-05-10   ReceiptBooked KW-202605-000001
                       Cash                                 1,635,000
                       Receivable Maju                                  1,635,000      30,000
            2026-05-10 closes
                       Receivable                              30,000
                       Cash                                 3,815,000
                       Tax                                                385,000
                       Withholding                             40,000
                       Revenue                                          3,500,000
                       open: INV-202605-000001 0, slip of 30,000
            """);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task The_tax_that_a_government_buyer_pays_to_the_state_is_owed_neither_to_us_nor_by_us(string provider)
    {
        await using var books = await StatementScene.CreateAsync(provider, "2026-03-01");
        books.Bills.Settings = new() { Periods = "calendar" };
        var office = await books.SellAsync("Dinas", await books.PlanAsync("Kantor 20", new(Money.Idr(150_000))));
        await books.TermsAsync(office.Account, new SaveBillingTermsRequest(CustomerTax.Collector, 0, null, "0098765432109000", null, null));
        await books.On("2026-04-10");
        await books.PayAsync(office.Account, 150_000);
        await books.On("2026-05-03");
        await books.CreditAsync(office.Account, "Dua hari tanpa layanan", (1, 10_000));
        await books.PayAsync(office.Account, 140_000);
        await books.Expect("""
            2026-04-01 INV-202604-000001, Dinas, due 2026-04-11
                       : Period Kantor 20 2026-03-01..2026-03-31                    150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 02
                       : paid to the state by the buyer                             -16,500
                       : to pay                                                     150,000
            2026-04-01   InvoiceIssued INV-202604-000001
                       Receivable Dinas                       150,000                 150,000
                       Revenue                                            150,000
            2026-04-10 KW-202604-000001
                       : Cash Loket 1                                               150,000
            2026-04-10   ReceiptBooked KW-202604-000001
                       Cash                                   150,000
                       Receivable Dinas                                   150,000           0
            2026-05-01 INV-202605-000001, Dinas, due 2026-05-11
                       : Period Kantor 20 2026-04-01..2026-04-30                    150,000  WholePeriod
                       : PPN 12 % of 150,000                                         16,500  faktur 02
                       : paid to the state by the buyer                             -16,500
                       : to pay                                                     150,000
            2026-05-01   InvoiceIssued INV-202605-000001
                       Receivable Dinas                       150,000                 150,000
                       Revenue                                            150,000
            2026-05-03 CN-202605-000001 on INV-202605-000001, Dinas: Dua hari tanpa layanan
                       : 1 Kantor 20                                                -10,000
                       : tax                                                         -1,100
            2026-05-03   CreditNoteIssued CN-202605-000001
                       Revenue                                 10,000
                       Receivable Dinas                                    10,000     140,000
            2026-05-03 KW-202605-000001
                       : Cash Loket 1                                               140,000
            2026-05-03   ReceiptBooked KW-202605-000001
                       Cash                                   140,000
                       Receivable Dinas                                   140,000           0
            2026-05-03 closes
                       Cash                                   290,000
                       Revenue                                            290,000
            """);
    }
}
