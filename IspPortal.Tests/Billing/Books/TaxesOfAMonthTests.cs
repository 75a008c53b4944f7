using System.Xml.Linq;
using IspPortal.Core.Billing.Ageing;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Tests.Billing.Runs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Books;

/// <summary>Output tax of a month, its file, its slips.</summary>
public sealed class TaxesOfAMonthTests
{
    private const string Number = "0098765432109000";
    private static readonly TaxSettings Seller = new() { SellerTin = "0012345678901000" };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Companies_and_government_are_filed_retail_is_summed_up_and_a_slip_is_recorded_once(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var plan = await scene.PlanAsync("KANTOR-20", 200_000);
        var (home, _) = await scene.SellAsync("Budi Santoso", plan);
        var (shop, _) = await scene.SellAsync("Warung Siti", plan);
        var (company, _) = await scene.SellAsync("Maju Jaya", plan);
        var (government, _) = await scene.SellAsync("Dinas Kominfo", plan);
        await scene.MakeCompanyAsync(shop, CustomerKind.Business, null);
        await scene.MakeCompanyAsync(company, CustomerKind.Enterprise, null);
        await scene.MakeCompanyAsync(government, CustomerKind.Enterprise, "098765432109000");
        await SaveAsync(scene, company, new(CustomerTax.Normal, 200, null, null, null, null));
        await SaveAsync(scene, government, new(CustomerTax.Collector, 0, null, null, null, null));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var month = TaxMonth.Of(scene.Lines.Today);

        // 450,000 each: 49,500 of PPN on 412,500.
        var summary = (await scene.Taxes(Seller).GetMonthAsync(null, Token)).Value;
        Assert.Equal(
            [("02", false, 1, 450_000L, 412_500L, 49_500L), ("04", false, 1, 450_000L, 412_500L, 49_500L), ("04", true, 2, 900_000L, 825_000L, 99_000L)],
            summary.Sums.Select(s => (s.Code, s.IsRetail, s.Count, s.Base.Minor, s.OtherBase.Minor, s.Tax.Minor)).OrderBy(s => (s.Code, s.IsRetail)));
        Assert.Equal((198_000L, 49_500L, 148_500L, 1, 9_000L), (summary.Tax.Minor, summary.Collected.Minor, summary.Payable.Minor, summary.WaitingCount, summary.Waiting.Minor));

        // No number, no file: not even of those that are whole.
        var fakturs = (await scene.Taxes(Seller).FaktursAsync(month, new(), Token)).Value.Items;
        Assert.Equal([FakturGap.BuyerNumber], fakturs.Single(f => f.BillingAccountId == company).Gaps);
        Assert.Empty(fakturs.Single(f => f.BillingAccountId == government).Gaps);
        Assert.Equal("tax.data_missing 1", Told((await scene.Taxes(Seller).CoretaxAsync(month, 1, Token)).Error));
        await SaveAsync(scene, company, new(CustomerTax.Normal, 200, null, Number, null, "000007"));
        Assert.Equal("tax.data_missing 2", Told((await scene.Taxes().CoretaxAsync(month, 1, Token)).Error));

        var file = (await scene.Taxes(Seller).CoretaxAsync(month, 1, Token)).Value;
        Assert.Equal(($"coretax-{month}.xml", 2, 1), (file.Name, file.Fakturs, file.Parts));
        var xml = XDocument.Load(new MemoryStream(file.Content.ToArray())).Root!;
        var invoices = xml.Descendants("TaxInvoice").ToDictionary(i => i.Element("TrxCode")!.Value, StringComparer.Ordinal);
        foreach (var (code, account) in new[] { ("04", company), ("02", government) })
        {
            var bill = Assert.Single(await scene.BillsOfAsync(account));
            Assert.Equal(bill.Row.Number, invoices[code].Element("RefDesc")!.Value);
            Assert.Equal((bill.Base.Minor, bill.Tax.Minor), (Sum(invoices[code], "TaxBase"), Sum(invoices[code], "VAT")));
            Assert.Equal(bill.Taxes.Sum(t => t.TaxBase.Minor), Sum(invoices[code], "OtherTaxBase"));
            Assert.Equal(Sum(invoices[code], "TaxBase"), Sum(invoices[code], "Price") - Sum(invoices[code], "TotalDiscount"));
        }

        Assert.Equal(Number + "000007", invoices["04"].Element("BuyerIDTKU")!.Value);
        Assert.Equal("0098765432109000", invoices["02"].Element("BuyerTin")!.Value);
        Assert.Equal(TaxErrors.NothingToFile, (await scene.Taxes(Seller).CoretaxAsync(month, 2, Token)).Error);

        // What the customer withheld is never late, and its slip moves it to the tax that was paid for us.
        var owed = (await scene.Ageing().ListAsync(new AgeingFilter(), new(1, 50, "PT Maju"), Token)).Value.Items.Single();
        Assert.Equal(490_500L, owed.Sums.Total.Minor);
        var waiting = Assert.Single((await scene.Taxes().WaitingAsync(new(), Token)).Value.Items);
        Assert.Equal((company, 450_000L, 9_000L, 0), (waiting.BillingAccountId, waiting.Base.Minor, waiting.Withheld.Minor, waiting.Days));
        var slip = new RecordSlipRequest("BP-0001", scene.Lines.Today, 9_000);
        Assert.Equal("tax.other_amount IDR 9000", Told((await scene.Taxes().RecordSlipAsync(waiting.InvoiceId, slip with { Amount = 8_999 }, Token)).Error));
        var bills = await scene.BillsOfAsync(home);
        Assert.Equal(TaxErrors.NothingWithheld, (await scene.Taxes().RecordSlipAsync(bills[0].Row.Id, slip, Token)).Error);
        Assert.Equal(InvoiceErrors.NotFound, (await scene.Taxes().RecordSlipAsync(Guid.CreateVersion7(), slip, Token)).Error);
        var outcomes = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Taxes().RecordSlipAsync(waiting.InvoiceId, slip, Token))));
        Assert.Single(outcomes, outcome => outcome.Succeeded);
        Assert.All(outcomes.Where(outcome => !outcome.Succeeded), outcome => Assert.Equal(TaxErrors.AlreadyProven, outcome.Error));
        Assert.Empty((await scene.Taxes().WaitingAsync(new(), Token)).Value.Items);
        Assert.True(Assert.Single(await scene.BillsOfAsync(company)).IsWithholdingProven);
        Assert.Equal(490_500L, (await scene.Ageing().ListAsync(new AgeingFilter(), new(1, 50, "PT Maju"), Token)).Value.Items.Single().Sums.Total.Minor);
        var balance = (await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value;
        Assert.True(balance.Difference.IsZero);
        Assert.Equal(9_000L, balance.Rows.Single(r => r.Account == LedgerAccount.Withholding).Balance.Minor);

        // Revenue is 4 × 450,000.
        var telecom = (await scene.Taxes().GetTelecomAsync(null, Token)).Value;
        Assert.Equal((1_800_000L, 9_000L, 22_500L), (telecom.Gross.Minor, telecom.Bhp.Minor, telecom.Uso.Minor));

        // A day later the ledger of the day before says the same as then.
        await scene.Lines.GoToAsync(scene.Lines.Today.AddDays(1));
        var before = (await scene.Ageing().ListAsync(new AgeingFilter { On = scene.Lines.Today.AddDays(-1) }, new(1, 50, "PT Maju"), Token)).Value.Items.Single();
        Assert.Equal(490_500L, before.Sums.Total.Minor);
        var collector = (await scene.Ageing().ListAsync(new AgeingFilter { On = scene.Lines.Today.AddDays(-1) }, new(1, 50, "PT Dinas"), Token)).Value.Items.Single();
        Assert.Equal(450_000L, collector.Sums.Total.Minor);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Terms_are_kept_masked_audited_and_changed_by_one_at_a_time(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (account, _) = await scene.SellAsync("Maju Jaya", await scene.PlanAsync("KANTOR-20", 200_000));
        var none = (await scene.Terms().GetAsync(account, Token)).Value;
        Assert.Equal((CustomerTax.Normal, 0, null, null, 0L), (none.Tax, none.WithholdingBasisPoints, none.FixedDay, none.NpwpMasked, none.Version));

        await SaveAsync(scene, account, new(CustomerTax.Exempt, 200, 5, Number, "3275012304560001", "000001"));
        var terms = (await scene.Terms().GetAsync(account, Token)).Value;
        Assert.Equal((CustomerTax.Exempt, 200, 5, "000001"), (terms.Tax, terms.WithholdingBasisPoints, terms.FixedDay, terms.Idtku));
        Assert.EndsWith("00", terms.NpwpMasked, StringComparison.Ordinal);
        Assert.DoesNotContain("98765", terms.NpwpMasked, StringComparison.Ordinal);
        Assert.Equal(CommonErrors.VersionConflict, (await scene.Terms().SaveAsync(account, 0, new(CustomerTax.Normal, 0, null, null, null, null), Token)).Error);

        // Null keeps a number, an empty text takes it away.
        await SaveAsync(scene, account, new(CustomerTax.Normal, 0, null, null, "", null));
        terms = (await scene.Terms().GetAsync(account, Token)).Value;
        Assert.NotNull(terms.NpwpMasked);
        Assert.Null(terms.NikMasked);
        var refused = (await scene.Terms().SaveAsync(account, terms.Version, new((CustomerTax)9, 10_001, 32, "1", "2", "3"), Token)).Error!;
        Assert.Equal(["fixedDay", "idtku", "nik", "npwp", "tax", "withholdingBasisPoints"], refused.Fields.Select(f => f.Field).Order(StringComparer.Ordinal));
        Assert.Equal(CustomersErrors.AccountNotFound, (await scene.Terms().GetAsync(Guid.CreateVersion7(), Token)).Error);
        Assert.Equal(CustomersErrors.AccountNotFound, (await scene.Terms().SaveAsync(Guid.CreateVersion7(), 0, new(CustomerTax.Normal, 0, null, null, null, null), Token)).Error);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Terms(TaxPermissions.TaxRead).SaveAsync(account, terms.Version, new(CustomerTax.Normal, 0, null, null, null, null), Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Terms("ledger.read").GetAsync(account, Token)).Error?.Kind);

        // The database and the audit hold no number that can be read.
        await using var context = scene.Database.Open();
        var audited = await context.Set<Core.Audit.AuditEntry>().AsNoTracking().Where(a => a.Entity == "billing-terms").ToListAsync(Token);
        Assert.Equal(2, audited.Count);
        Assert.DoesNotContain(Number, string.Join('|', audited.Select(a => System.Text.Json.JsonSerializer.Serialize(a))), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Months_to_come_bad_slips_and_readers_without_permission_are_refused()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var next = TaxMonth.Of(scene.Lines.Today.AddMonths(1));
        Assert.Equal(TaxErrors.BadMonth, (await scene.Taxes().GetMonthAsync(next, Token)).Error);
        Assert.Equal(TaxErrors.BadMonth, (await scene.Taxes().FaktursAsync(new TaxMonth(1999, 12), new(), Token)).Error);
        Assert.Equal(TaxErrors.BadMonth, (await scene.Taxes().CoretaxAsync(next, 1, Token)).Error);
        Assert.Equal(TaxErrors.BadMonth, (await scene.Taxes().GetTelecomAsync(scene.Lines.Today.Year + 1, Token)).Error);
        Assert.Equal(TaxErrors.NothingToFile, (await scene.Taxes().CoretaxAsync(TaxMonth.Of(scene.Lines.Today), 1, Token)).Error);
        var bad = (await scene.Taxes().RecordSlipAsync(Guid.CreateVersion7(), new(" ", scene.Lines.Today.AddDays(1), 0), Token)).Error!;
        Assert.Equal(["amount", "number", "on"], bad.Fields.Select(f => f.Field).Order(StringComparer.Ordinal));
        Assert.Equal(ErrorKind.Forbidden, (await scene.Taxes(null, TaxPermissions.TaxRead).RecordSlipAsync(Guid.CreateVersion7(), new("1", scene.Lines.Today, 1), Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Taxes(null, "ledger.read").GetMonthAsync(null, Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Taxes(null, "ledger.read").WaitingAsync(new(), Token)).Error?.Kind);
        Assert.Equal(ErrorKind.Forbidden, (await scene.Taxes(null, "ledger.read").GetTelecomAsync(null, Token)).Error?.Kind);
    }

    private static string Told(Error? error) => $"{error?.Code} {error?.Arguments[0]}";

    private static long Sum(XElement invoice, string name) => invoice.Descendants(name).Sum(e => long.Parse(e.Value, System.Globalization.CultureInfo.InvariantCulture));

    private static async Task SaveAsync(BillingScene scene, Guid account, SaveBillingTermsRequest request)
    {
        var version = (await scene.Terms().GetAsync(account, Token)).Value.Version;
        Assert.Null((await scene.Terms().SaveAsync(account, version, request, Token)).Error);
    }
}
