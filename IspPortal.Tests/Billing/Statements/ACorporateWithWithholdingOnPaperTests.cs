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
            """);
    }
}
