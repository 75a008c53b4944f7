using FsCheck;
using FsCheck.Fluent;
using IspPortal.Core.Billing.Receipts;
using IspPortal.Core.Common.Money;

namespace IspPortal.Tests.Billing.Receipts;

/// <summary>Where a payment goes.</summary>
public sealed class SpreadingAPaymentTests
{
    private static readonly Money Tolerance = Money.Idr(1_000);
    private static readonly OpenBill Old = Bill(1, "2026-11-10", 150_000);
    private static readonly OpenBill New = Bill(2, "2026-12-10", 200_000);

    [Fact]
    public void The_oldest_is_paid_first_and_what_is_left_goes_to_the_next()
    {
        var spread = ReceiptAllocation.Of(Money.Idr(250_000), [New, Old], Tolerance);
        Assert.Equal([(Old.Id, 150_000L, 0L, 0L), (New.Id, 100_000L, 0L, 100_000L)], spread.Bills.Select(Figures));
        Assert.True(spread.Credit.IsZero);
    }

    [Fact]
    public void What_no_bill_takes_is_credit() => Assert.Equal(50_000, ReceiptAllocation.Of(Money.Idr(400_000), [Old, New], Tolerance).Credit.Minor);

    [Theory]
    [InlineData(149_000, 1_000, 0)]
    [InlineData(148_999, 0, 1_001)]
    public void A_thousand_that_is_missing_is_let_go_and_a_rupiah_more_is_not(long paid, long rounded, long open) =>
        Assert.Equal([(Old.Id, paid, rounded, open)], ReceiptAllocation.Of(Money.Idr(paid), [Old], Tolerance).Bills.Select(Figures));

    [Fact]
    public void A_bill_that_gets_nothing_is_not_let_go_however_small_it_is() =>
        Assert.Equal([Old.Id], ReceiptAllocation.Of(Money.Idr(150_000), [Old, Bill(3, "2026-12-01", 500)], Tolerance).Bills.Select(bill => bill.BillId));

    [Fact]
    public void Who_chooses_pays_the_later_one_and_the_rest_is_credit()
    {
        var spread = ReceiptAllocation.Of(Money.Idr(250_000), [Old, New], Tolerance, new Dictionary<Guid, Money> { [New.Id] = Money.Idr(200_000) });
        Assert.Equal([(New.Id, 200_000L, 0L, 0L)], spread.Bills.Select(Figures));
        Assert.Equal(50_000, spread.Credit.Minor);
    }

    [Fact]
    public void Whatever_is_paid_for_whatever_bills_not_a_rupiah_comes_or_goes()
    {
        var bills = Gen.Choose(1, 500_000).ListOf();
        Prop.ForAll(bills.ToArbitrary(), Gen.Choose(1, 2_000_000).ToArbitrary(), (amounts, paid) =>
        {
            OpenBill[] open = [.. amounts.Select((amount, i) => Bill(i + 1, $"2026-{(i % 12) + 1:00}-10", amount))];
            var spread = ReceiptAllocation.Of(Money.Idr(paid), open, Tolerance);
            Assert.Equal(paid, spread.Bills.Sum(bill => bill.Paid.Minor) + spread.Credit.Minor);
            Assert.All(spread.Bills, bill => Assert.Equal(open.Single(o => o.Id == bill.BillId).Outstanding, bill.Paid + bill.Rounded + bill.Open));
            Assert.All(spread.Bills, bill => Assert.True(bill.Rounded <= Tolerance && bill.Paid > Money.Zero));
            Assert.True(spread.Credit.IsZero || spread.Bills.Count == open.Length);
        }).Check(Config.QuickThrowOnFailure);
    }

    private static OpenBill Bill(int no, string dueOn, long open) => new(new Guid(no, 0, 0, new byte[8]), DateOnly.Parse(dueOn, System.Globalization.CultureInfo.InvariantCulture), $"INV-{no}", Money.Idr(open));

    private static (Guid Id, long Paid, long Rounded, long Open) Figures(PaidBill bill) => (bill.BillId, bill.Paid.Minor, bill.Rounded.Minor, bill.Open.Minor);
}
