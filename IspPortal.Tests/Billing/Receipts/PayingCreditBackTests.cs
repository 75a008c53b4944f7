using IspPortal.Core.Billing.Ledger;
using IspPortal.Core.Billing.Print;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Billing.Ledger;
using IspPortal.Infrastructure.Billing.Receipts;
using IspPortal.Tests.Billing.Runs;
using IspPortal.Tests.Customers;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Billing.Receipts;

/// <summary>Credit goes back to the customer: once, never more than there is, and the ledger knows.</summary>
public sealed class PayingCreditBackTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task An_overpayment_is_paid_back_once_and_stands_on_the_statement(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await PayInAsync(scene, budi, 100_000);
        Assert.Equal("identity.forbidden", (await Refunds(scene, ReceiptPermissions.ReceiptsRead).PayAsync(Wish(budi, 40_000), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await Refunds(scene, ReceiptPermissions.ReceiptsRead).GetCreditAsync(budi, Token)).Error!.Code);
        Assert.Equal(100_000, (await Refunds(scene).GetCreditAsync(budi, Token)).Value.Minor);

        var wish = Wish(budi, 40_000);
        var paid = (await Refunds(scene).PayAsync(wish, Token)).Value;
        Assert.Equal((40_000L, 60_000L, "Loket 1", "Pindah rumah"), (paid.Amount.Minor, paid.CreditLeft.Minor, paid.Place, paid.Reason));
        Assert.Matches(@"^RF-\d{6}-000001$", paid.Number);
        // The same key again is the same refund; another amount under it is refused.
        Assert.Equal(paid.Id, (await Refunds(scene).PayAsync(wish, Token)).Value.Id);
        Assert.Equal("receipts.key_reused", (await Refunds(scene).PayAsync(wish with { Amount = Money.Idr(1) }, Token)).Error!.Code);
        var tooMuch = (await Refunds(scene).PayAsync(Wish(budi, 60_001), Token)).Error!;
        Assert.Equal(("receipts.refund_too_much", Money.Idr(60_000)), (tooMuch.Code, tooMuch.Arguments[0]));

        var today = scene.Lines.Today;
        var statement = (await scene.Ledger().GetStatementAsync(budi, today.AddDays(-5), today, Token)).Value;
        Assert.Equal([LedgerKind.ReceiptBooked, LedgerKind.RefundPaid], statement.Movements.Select(m => m.Kind));
        Assert.Equal(-60_000, statement.Closing.Minor);
        Assert.Equal((paid.Number, paid.Id, "Pindah rumah", 40_000L), (statement.Movements[1].Reference, statement.Movements[1].DocumentId, statement.Movements[1].Note, statement.Movements[1].Amount.Minor));
        var balance = (await scene.Ledger().GetTrialBalanceAsync(today, Token)).Value;
        Assert.Equal((Money.Zero, 60_000L), (balance.Difference, balance.Rows.Single(row => row.Account == LedgerAccount.Cash).Balance.Minor));

        Assert.Equal([paid], (await Refunds(scene).ListAsync(new RefundFilter(budi, today, today), new(1, 10, "budi"), Token)).Value.Items);
        Assert.Equal("receipts.refund_not_found", (await Refunds(scene).GetAsync(Guid.CreateVersion7(), Token)).Error!.Code);
        var slip = (await Refunds(scene).PrintSlipAsync(paid.Id, false, Token)).Value;
        Assert.All(["PENGEMBALIAN DANA", paid.Number, "Kepada", "Budi Santoso", "Rp 40.000", "Sisa saldo", "Rp 60.000", "Pindah rumah", "Diterima oleh"], part => Assert.Contains(part, slip, StringComparison.Ordinal));
        Assert.DoesNotContain("SALINAN", slip, StringComparison.Ordinal);
        Assert.All(slip.Split('\n'), line => Assert.InRange(line.Length, 0, ReceiptSlip.Columns58));
        Assert.Contains("COPY", (await Refunds(scene).PrintSlipAsync(paid.Id, true, Token)).Value, StringComparison.Ordinal);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task Two_at_once_never_pay_more_than_there_is(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await PayInAsync(scene, budi, 100_000);

        var results = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => Refunds(scene).PayAsync(Wish(budi, 60_000), Token), Token)));

        Assert.Single(results, result => result.Succeeded);
        Assert.All(results.Where(result => !result.Succeeded), result => Assert.Equal("receipts.refund_too_much", result.Error!.Code));
        // The same button pressed twice pays once.
        var wish = Wish(budi, 10_000);
        var twice = await Task.WhenAll(Enumerable.Range(0, 3).Select(_ => Task.Run(() => Refunds(scene).PayAsync(wish, Token), Token)));
        Assert.Single(twice.Select(result => result.Value.Id).Distinct());
        Assert.Equal(30_000, (await Refunds(scene).GetCreditAsync(budi, Token)).Value.Minor);
        await using var context = scene.Database.Open();
        Assert.Equal(2, await context.Set<Refund>().CountAsync(Token));
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_receipt_whose_credit_went_back_is_not_taken_back(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        var receipt = (await scene.Receipts().BookAsync(
            new BookReceiptRequest($"{Guid.CreateVersion7()}", scene.Lines.Clock.NowUtc, [new MoneyPart(PaymentMethod.Cash, "Loket 1", Money.Idr(100_000))], [new ReceiptPayer(budi, Money.Idr(100_000))]), Token)).Value;
        Assert.Null((await Refunds(scene).PayAsync(Wish(budi, 70_000), Token)).Error);
        Assert.Equal("receipts.credit_paid_back", (await scene.Receipts().VoidAsync(receipt.Row.Id, receipt.Version, "Salah", Token)).Error!.Code);
        Assert.Equal(30_000, (await Refunds(scene).GetCreditAsync(budi, Token)).Value.Minor);
        Assert.Equal(Money.Zero, (await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference);
    }

    [Theory, MemberData(nameof(Providers.Real), MemberType = typeof(Providers))]
    public async Task A_deposit_is_paid_back_only_once_it_is_credit(string provider)
    {
        await using var scene = await BillingScene.CreateAsync(provider);
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await using (var context = scene.Database.Open())
        await using (var transaction = await context.Database.BeginTransactionAsync(Token))
        {
            var occasion = new LedgerOccasion($"opening:{budi:N}", scene.Lines.Today, scene.Lines.Clock.NowUtc, "SALDO-AWAL", budi);
            Assert.Null((await new LedgerBook(scene.Lines.Clock).PostAsync(context, LedgerPostings.OpeningBalance(occasion, budi, null, Money.Zero, Money.Zero, Money.Idr(250_000)), Token)).Error);
            await context.SaveChangesAsync(Token);
            await transaction.CommitAsync(Token);
        }

        // Held as a deposit it is nobody's credit yet.
        Assert.Equal("receipts.refund_too_much", (await Refunds(scene).PayAsync(Wish(budi, 1), Token)).Error!.Code);
        await using (var context = scene.Database.Open())
        await using (var transaction = await context.Database.BeginTransactionAsync(Token))
        {
            var occasion = new LedgerOccasion($"deposit:{budi:N}", scene.Lines.Today, scene.Lines.Clock.NowUtc, "INV-T", budi);
            Assert.Null((await new LedgerBook(scene.Lines.Clock).PostAsync(context, LedgerPostings.DepositReleased(occasion, budi, Money.Idr(250_000)), Token)).Error);
            await context.SaveChangesAsync(Token);
            await transaction.CommitAsync(Token);
        }

        Assert.Null((await Refunds(scene).PayAsync(Wish(budi, 250_000), Token)).Error);
        Assert.Equal(0, (await Refunds(scene).GetCreditAsync(budi, Token)).Value.Minor);
        Assert.Equal(Money.Zero, (await scene.Ledger().GetTrialBalanceAsync(scene.Lines.Today, Token)).Value.Difference);
    }

    [Fact]
    public async Task What_makes_no_sense_is_refused()
    {
        await using var scene = await BillingScene.CreateAsync("Sqlite");
        var (budi, _) = await scene.SellAsync("Budi Santoso", await scene.PlanAsync("HOME-20", 150_000));
        await PayInAsync(scene, budi, 50_000);
        foreach (var bad in new[]
        {
            Wish(budi, 0), Wish(budi, -1), Wish(budi, 1) with { Key = "x" }, Wish(budi, 1) with { Place = "" }, Wish(budi, 1) with { Reason = "" }, Wish(budi, 1) with { Method = PaymentMethod.Gateway },
        })
        {
            Assert.Equal("common.invalid", (await Refunds(scene).PayAsync(bad, Token)).Error?.Code);
        }

        Assert.Equal("customers.account_not_found", (await Refunds(scene).PayAsync(Wish(Guid.CreateVersion7(), 1), Token)).Error!.Code);
        Assert.Equal("customers.account_not_found", (await Refunds(scene).GetCreditAsync(Guid.CreateVersion7(), Token)).Error!.Code);
        Assert.Equal(50_000, (await Refunds(scene).GetCreditAsync(budi, Token)).Value.Minor);
    }

    private static RefundRequest Wish(Guid account, long amount) => new($"{Guid.CreateVersion7()}", account, Money.Idr(amount), PaymentMethod.Cash, "Loket 1", "Pindah rumah");

    private static async Task PayInAsync(BillingScene scene, Guid account, long amount) => Assert.Null((await scene.Receipts().BookAsync(
        new BookReceiptRequest($"{Guid.CreateVersion7()}", scene.Lines.Clock.NowUtc, [new MoneyPart(PaymentMethod.Cash, "Loket 1", Money.Idr(amount))], [new ReceiptPayer(account, Money.Idr(amount))]), Token)).Error);

    private static IRefunds Refunds(BillingScene scene, params string[] permissions)
    {
        var actor = new TestActor(permissions.Length == 0 ? CustomersRig.Everything : permissions);
        return new Refunds(
            scene.Database.FactoryAs(actor.Actor), actor, new LedgerBook(scene.Lines.Clock), new SettingsOf<ReceiptSettings>(() => scene.Receiving), new SettingsOf<LetterheadSettings>(() => new()),
            new SettingsOf<CompanySettings>(() => new()), new SubscriptionScene.Day(scene.Lines.Clock), scene.Lines.Clock);
    }
}
