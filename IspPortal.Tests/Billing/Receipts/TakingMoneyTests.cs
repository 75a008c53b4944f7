using IspPortal.Core.Billing.Invoices;
using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Tests.Billing.Runs;

namespace IspPortal.Tests.Billing.Receipts;

/// <summary>Money comes in once, pays what is open, and can be taken back without a trace being lost.</summary>
public sealed class TakingMoneyTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task A_year_of_paying_late_short_and_too_much_leaves_nothing_unexplained(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var began = scene.Lines.Today;

        // The first bill has the installation on it: (200,000 + 250,000) and 11 %.
        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        Assert.Equal([499_500L], await OpenAsync(scene, budi));

        // A thousand short: let go at once.
        var first = await PayAsync(scene, budi, 498_500);
        Assert.Matches(@"^KW-\d{6}-000001$", first.Row.Number);
        Assert.Equal([(498_500L, 1_000L, true)], first.Parts.Select(p => (p.Amount.Minor, p.Rounded.Minor, p.InvoiceId is not null)));
        Assert.Empty(await OpenAsync(scene, budi));
        Assert.Equal(InvoiceStatus.Paid, (await scene.BillsOfAsync(budi))[0].Row.Status);

        // Half of the second, then more than the rest: what is left pays the third as it is issued.
        await scene.Lines.GoToAsync(began.AddMonths(2));
        await scene.BillAsync(scene.Lines.Today);
        await PayAsync(scene, budi, 100_000);
        Assert.Equal([122_000L], await OpenAsync(scene, budi));
        Assert.Equal(InvoiceStatus.PartPaid, (await scene.BillsOfAsync(budi))[1].Row.Status);
        var over = await PayAsync(scene, budi, 300_000);
        Assert.Equal([122_000L, 178_000L], over.Parts.Select(p => p.Amount.Minor));
        Assert.Null(over.Parts[1].InvoiceId);
        await scene.Lines.GoToAsync(began.AddMonths(3));
        await scene.BillAsync(scene.Lines.Today);
        Assert.Equal([44_000L], await OpenAsync(scene, budi));

        Assert.True((await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
        Assert.Equal(44_000, (await scene.Ledger().GetStatementAsync(budi, began, scene.Lines.Today, Token)).Value.Closing.Minor);
        var cash = (await scene.Ledger().ListAsync(new(Account: LedgerAccount.Cash), new(1, 50), Token)).Value.Items;
        Assert.Equal(898_500, cash.Sum(entry => entry.Debit.Minor));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Sent_twice_at_once_it_is_booked_once_and_something_else_under_its_key_is_refused(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var request = Request(scene, budi, 100_000);
        var sent = await Task.WhenAll(Enumerable.Range(0, 6).Select(_ => Task.Run(() => scene.Receipts().BookAsync(request, Token), Token)));
        Assert.All(sent, answer => Assert.Null(answer.Error));
        Assert.Single(sent.Select(answer => answer.Value.Row.Id).Distinct());
        Assert.Equal([399_500L], await OpenAsync(scene, budi));
        Assert.Equal("receipts.key_reused", (await scene.Receipts().BookAsync(Request(scene, budi, 100_001) with { Key = request.Key }, Token)).Error?.Code);
        // Two payments at the same time of one account both count.
        var both = await Task.WhenAll(Enumerable.Range(0, 2).Select(_ => Task.Run(() => scene.Receipts().BookAsync(Request(scene, budi, 50_000), Token), Token)));
        Assert.All(both, answer => Assert.Null(answer.Error));
        Assert.Equal([299_500L], await OpenAsync(scene, budi));
    }

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Taken_back_everything_is_open_again_and_credit_that_was_spent_is_pulled_back(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var began = scene.Lines.Today;
        await scene.Lines.GoToAsync(began.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var receipt = await PayAsync(scene, budi, 599_000);
        await scene.Lines.GoToAsync(began.AddMonths(2));
        await scene.BillAsync(scene.Lines.Today);
        Assert.Equal([122_500L], await OpenAsync(scene, budi));

        Assert.Equal("common.invalid", (await scene.Receipts().VoidAsync(receipt.Row.Id, receipt.Version, " ", Token)).Error?.Code);
        Assert.Equal("common.version_conflict", (await scene.Receipts().VoidAsync(receipt.Row.Id, receipt.Version + 5, "Salah pelanggan", Token)).Error?.Code);
        Assert.Null((await scene.Receipts().VoidAsync(receipt.Row.Id, receipt.Version, "Salah pelanggan", Token)).Error);
        Assert.Equal("receipts.already_voided", (await scene.Receipts().VoidAsync(receipt.Row.Id, receipt.Version, "Salah pelanggan", Token)).Error?.Code);
        Assert.Equal([499_500L, 222_000L], await OpenAsync(scene, budi));
        Assert.True((await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference.IsZero);
        Assert.Equal(721_500, (await scene.Ledger().GetStatementAsync(budi, began, scene.Lines.Today, Token)).Value.Closing.Minor);
        Assert.Equal(0, (await scene.Ledger().ListAsync(new(Account: LedgerAccount.Cash), new(1, 50), Token)).Value.Items.Sum(e => e.Debit.Minor - e.Credit.Minor));
    }

    [Fact]
    public async Task One_receipt_covers_a_family_and_splits_cash_and_transfer()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var plan = await scene.PlanAsync("RUMAH-20", 200_000);
        var (budi, _) = await scene.SellAsync("Budi Santoso", plan);
        var (siti, _) = await scene.SellAsync("Siti Aminah", plan);
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var request = new BookReceiptRequest(
            $"{Guid.CreateVersion7()}",
            scene.Lines.Clock.NowUtc,
            [new(PaymentMethod.Cash, "Loket 1", Money.Idr(500_000)), new(PaymentMethod.BankTransfer, "BCA", Money.Idr(499_000))],
            [new(budi, Money.Idr(499_500)), new(siti, Money.Idr(499_500))]);
        Assert.Equal("receipts.sums_differ", (await scene.Receipts().BookAsync(request with { Payers = [request.Payers[0]] }, Token)).Error?.Code);
        Assert.Null((await scene.Receipts().BookAsync(request with { Money = [.. request.Money.Take(1), request.Money[1] with { Amount = Money.Idr(499_000) }] }, Token)).Error);
        Assert.Empty(await OpenAsync(scene, budi));
        Assert.Empty(await OpenAsync(scene, siti));
    }

    [Fact]
    public async Task Its_slip_says_what_was_paid_and_from_the_second_on_that_it_is_a_copy()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var receipt = await PayAsync(scene, budi, 600_000);
        var first = (await scene.Slips().PrintAsync(receipt.Row.Id, false, Token)).Value;
        Assert.All(["BUKTI PEMBAYARAN", receipt.Row.Number, "Budi Santoso", "Rp 600.000", "Rp 499.500", "Saldo", "Tunai"], words => Assert.Contains(words, first, StringComparison.Ordinal));
        Assert.DoesNotContain("SALINAN", first, StringComparison.Ordinal);
        Assert.All(first.Split('\n'), line => Assert.InRange(line.Length, 0, 32));
        Assert.Contains("** COPY **", (await scene.Slips().PrintAsync(receipt.Row.Id, true, Token)).Value, StringComparison.Ordinal);
        Assert.Null((await scene.Receipts().VoidAsync(receipt.Row.Id, receipt.Version, "Salah", Token)).Error);
        Assert.Equal("receipts.already_voided", (await scene.Slips().PrintAsync(receipt.Row.Id, false, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.Slips(ReceiptPermissions.ReceiptsBook).PrintAsync(receipt.Row.Id, false, Token)).Error?.Code);
    }

    [Fact]
    public async Task What_is_no_payment_is_refused_and_changes_nothing()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        var good = Request(scene, budi, 1_000);
        foreach (var bad in new[]
        {
            good with { Key = "short" },
            good with { PaidAtUtc = scene.Lines.Clock.NowUtc.AddHours(1) },
            good with { Money = [] },
            good with { Money = [good.Money[0] with { Amount = Money.Zero }], Payers = [new(budi, Money.Zero)] },
            good with { Money = [good.Money[0] with { Place = "" }] },
            good with { Payers = [good.Payers[0], good.Payers[0]] },
            good with { Note = new string('x', 501) },
        })
        {
            Assert.Equal("common.invalid", (await scene.Receipts().BookAsync(bad, Token)).Error?.Code);
        }

        Assert.Equal("customers.account_not_found", (await scene.Receipts().BookAsync(good with { Payers = [new(Guid.CreateVersion7(), Money.Idr(1_000))] }, Token)).Error?.Code);
        Assert.Equal("receipts.bill_changed", (await scene.Receipts().BookAsync(good with { Payers = [new(budi, Money.Idr(1_000), new Dictionary<Guid, Money> { [Guid.CreateVersion7()] = Money.Idr(1_000) })] }, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.Receipts(ReceiptPermissions.ReceiptsRead).BookAsync(good, Token)).Error?.Code);
        Assert.Equal("identity.forbidden", (await scene.Receipts(ReceiptPermissions.ReceiptsBook).VoidAsync(Guid.CreateVersion7(), 1, "Salah", Token)).Error?.Code);
        Assert.Empty((await scene.Ledger().ListAsync(new(), new(1, 10), Token)).Value.Items);
    }

    [Theory]
    [InlineData(100_000, null)]
    [InlineData(499_500, null)]
    [InlineData(700_000, null)]
    [InlineData(200_000, 0)]
    public async Task A_preview_is_what_happens(long amount, int? chosen)
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("RUMAH-20", 200_000));
        await scene.Lines.GoToAsync(scene.Lines.Today.AddMonths(1));
        await scene.BillAsync(scene.Lines.Today);
        var payables = (await scene.Receipts().PayablesAsync(budi, Token)).Value;
        Assert.Equal((499_500L, 499_500L), (payables.Owed.Minor, payables.Due.Minor));
        var payer = new ReceiptPayer(budi, Money.Idr(amount), chosen is null ? null : new Dictionary<Guid, Money> { [payables.Bills[0].Id] = Money.Idr(150_000) });
        var plan = (await scene.Receipts().PreviewAsync(payer, Token)).Value;
        Assert.Null((await scene.Receipts().BookAsync(Request(scene, budi, amount) with { Payers = [payer] }, Token)).Error);
        payables = (await scene.Receipts().PayablesAsync(budi, Token)).Value;
        Assert.Equal(plan.CreditAfter, payables.Credit);
        Assert.Equal(plan.Bills.Sum(bill => bill.Open.Minor), payables.Owed.Minor);
    }

    internal static BookReceiptRequest Request(BillingScene scene, Guid account, long amount) => new(
        $"{Guid.CreateVersion7()}", scene.Lines.Clock.NowUtc, [new(PaymentMethod.Cash, "Loket 1", Money.Idr(amount))], [new(account, Money.Idr(amount))]);

    internal static async Task<ReceiptDetails> PayAsync(BillingScene scene, Guid account, long amount)
    {
        var booked = await scene.Receipts().BookAsync(Request(scene, account, amount), Token);
        Assert.Null(booked.Error);
        return booked.Value;
    }

    internal static async Task<IReadOnlyList<long>> OpenAsync(BillingScene scene, Guid account) =>
        [.. (await scene.BillsOfAsync(account)).Where(bill => bill.Row.Kind != InvoiceKind.ProForma && !bill.Row.Outstanding.IsZero).Select(bill => bill.Row.Outstanding.Minor)];
}
