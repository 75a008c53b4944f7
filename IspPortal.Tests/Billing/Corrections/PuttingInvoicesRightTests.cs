using IspPortal.Core.Billing.Corrections;
using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Common.Money;
using IspPortal.Tests.Billing.Receipts;
using IspPortal.Tests.Billing.Runs;

namespace IspPortal.Tests.Billing.Corrections;

/// <summary>What was issued stays as it is: credit notes, debit notes and write-offs put it right.</summary>
public sealed class PuttingInvoicesRightTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Taken_back_in_steps_it_comes_to_the_invoice_to_the_rupiah(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("GANJIL", 150_251));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var bill = Assert.Single(await scene.BillsOfAsync(budi));
        // 400,251 and 11 % of it: 44,028.
        Assert.Equal(444_279, bill.Row.Total.Minor);
        var period = bill.Lines.Single(l => l.Line.Kind == Core.Billing.Generator.ChargeKind.Period).No;

        var preview = (await scene.Corrections().PreviewCreditAsync(Request(bill, new() { [period] = Money.Idr(50_250) }), Token)).Value;
        Assert.Equal((50_250L, 55_778L, 0L), (preview.Base.Minor, preview.OffInvoice.Minor, preview.ToCredit.Minor));
        var request = Request(bill, new() { [period] = Money.Idr(50_250) });
        var first = (await scene.Corrections().CreditAsync(request, Token)).Value;
        Assert.Matches(@"^CN-\d{6}-000001$", first.Row.Number);
        Assert.Equal(first.Row.Id, (await scene.Corrections().CreditAsync(request, Token)).Value.Row.Id);
        bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal((InvoiceStatus.Open, 388_501L, 50_250L), (bill.Row.Status, bill.Row.Outstanding.Minor, bill.Lines.Single(l => l.No == period).Credited.Minor));
        Assert.Equal("corrections.too_much", (await scene.Corrections().CreditAsync(Request(bill, new() { [period] = Money.Idr(100_002) }), Token)).Error?.Code);

        var rest = (await scene.Corrections().CreditAsync(Request(bill, null), Token)).Value;
        Assert.Equal((400_251L, 44_028L, 444_279L), (first.Row.Base.Minor + rest.Row.Base.Minor, first.Row.Tax.Minor + rest.Row.Tax.Minor, first.Row.Total.Minor + rest.Row.Total.Minor));
        bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal((InvoiceStatus.Credited, 0L), (bill.Row.Status, bill.Row.Outstanding.Minor));
        Assert.Equal("corrections.too_much", (await scene.Corrections().CreditAsync(Request(bill, null), Token)).Error?.Code);
        var entries = (await scene.Ledger().ListAsync(new(BillingAccountId: budi), new(1, 50), Token)).Value.Items;
        Assert.All(entries.GroupBy(e => e.Account), account => Assert.Equal(0, account.Sum(e => e.Debit.Minor - e.Credit.Minor)));
        // It is not billed again.
        Assert.Equal(0, (await scene.PrepareAsync(scene.Lines.Today)).Accounts);
    }

    [Fact]
    public async Task What_was_paid_becomes_credit_that_pays_what_else_is_open()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var began = scene.Lines.Today;
        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        await TakingMoneyTests.PayAsync(scene, budi, 499_500);
        await scene.Lines.GoToAsync(began.AddMonths(2));
        await scene.BillAsync(scene.Lines.Today);
        var paid = (await scene.BillsOfAsync(budi))[0];
        var note = (await scene.Corrections().CreditAsync(Request(paid, null), Token)).Value;
        Assert.Equal((499_500L, 499_500L), (note.Row.Total.Minor, note.Row.ToCredit.Minor));
        Assert.Equal([InvoiceStatus.Credited, InvoiceStatus.Paid], (await scene.BillsOfAsync(budi)).Select(bill => bill.Row.Status));
        Assert.Equal(277_500, (await scene.Receipts().PayablesAsync(budi, Token)).Value.Credit.Minor);
        Assert.True((await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_person_writes_an_invoice_a_debit_note_and_gives_up_what_nobody_pays(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var request = new WriteBillRequest($"{Guid.CreateVersion7()}", budi, null, [new("Kabel 50 m", 2, Money.Idr(75_000), "ppn"), new("Materai", 1, Money.Idr(10_000), "")], "Terima kasih");
        var ids = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => scene.Corrections().IssueAsync(request, Token), Token)));
        Assert.Single(ids.Select(id => id.Value).Distinct());
        var bill = Assert.Single(await scene.BillsOfAsync(budi));
        Assert.Equal((InvoiceKind.Invoice, 160_000L, 16_500L, "Terima kasih"), (bill.Row.Kind, bill.Base.Minor, bill.Tax.Minor, bill.Note));

        var debit = await scene.Corrections().IssueAsync(request with { Key = $"{Guid.CreateVersion7()}", BasedOnInvoiceId = bill.Row.Id, Lines = [new("Konektor", 1, Money.Idr(5_000), "")] }, Token);
        Assert.Null(debit.Error);
        var note = (await scene.BillsOfAsync(budi)).Single(other => other.Row.Id == debit.Value);
        Assert.Equal((InvoiceKind.DebitNote, bill.Row.Id), (note.Row.Kind, note.BasedOn!.Value.Id));
        Assert.Matches(@"^DN-\d{6}-000001$", note.Row.Number);

        Assert.Equal("identity.forbidden", (await scene.Corrections(CorrectionPermissions.InvoicesCredit).WriteOffAsync(bill.Row.Id, bill.Version, "Pindah", Token)).Error?.Code);
        Assert.Equal("common.version_conflict", (await scene.Corrections().WriteOffAsync(bill.Row.Id, bill.Version + 9, "Pindah", Token)).Error?.Code);
        Assert.Null((await scene.Corrections().WriteOffAsync(bill.Row.Id, bill.Version, "Pindah tanpa kabar", Token)).Error);
        bill = (await scene.BillsOfAsync(budi)).Single(other => other.Row.Id == bill.Row.Id);
        Assert.Equal((InvoiceStatus.WrittenOff, 0L), (bill.Row.Status, bill.Row.Outstanding.Minor));
        Assert.Equal("corrections.nothing_open", (await scene.Corrections().WriteOffAsync(bill.Row.Id, bill.Version, "Pindah", Token)).Error?.Code);
        Assert.Equal("corrections.not_creditable", (await scene.Corrections().CreditAsync(Request(bill, null), Token)).Error?.Code);
        Assert.Equal(176_500, (await scene.Ledger().ListAsync(new(Account: LedgerAccount.WriteOff), new(1, 10), Token)).Value.Items.Single().Debit.Minor);
    }

    [Fact]
    public async Task Bad_bills_are_refused_and_change_nothing()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var good = new WriteBillRequest($"{Guid.CreateVersion7()}", budi, null, [new("Kabel", 1, Money.Idr(1_000), "ppn")]);
        foreach (var bad in new[]
        {
            good with { Lines = [] },
            good with { Lines = [good.Lines[0] with { Quantity = 0 }] },
            good with { Lines = [good.Lines[0] with { UnitPrice = Money.Zero }] },
            good with { Lines = [good.Lines[0] with { TaxCode = "bulan" }] },
            good with { Lines = [good.Lines[0] with { Text = "" }] },
            good with { Key = "x" },
        })
        {
            Assert.Equal("common.invalid", (await scene.Corrections().IssueAsync(bad, Token)).Error?.Code);
        }

        Assert.Equal("customers.account_not_found", (await scene.Corrections().IssueAsync(good with { BillingAccountId = Guid.CreateVersion7() }, Token)).Error?.Code);
        Assert.Equal("billing.invoice_not_found", (await scene.Corrections().IssueAsync(good with { BasedOnInvoiceId = Guid.CreateVersion7() }, Token)).Error?.Code);
        Assert.Equal("billing.invoice_not_found", (await scene.Corrections().CreditAsync(new($"{Guid.CreateVersion7()}", Guid.CreateVersion7(), 1, "Salah"), Token)).Error?.Code);
        Assert.Empty(await scene.BillsOfAsync(budi));
    }

    private static CreditInvoiceRequest Request(InvoiceDetails bill, Dictionary<int, Money>? lines) => new($"{Guid.CreateVersion7()}", bill.Row.Id, bill.Version, "Salah tagih", lines);
}
