using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Runs;

/// <summary>Compares a bill with the month before. Pure.</summary>
public static class UnusualBills
{
    private const int Percent = 30;

    /// <summary>What is unusual about it.</summary>
    /// <param name="now">What it would be billed without tax; null: nothing at all.</param>
    /// <param name="before">What it was billed in the month before; null: nothing.</param>
    public static UnusualBill Of(Money? now, Money? before) => (now, before) switch
    {
        (null, _) => UnusualBill.Gone,
        ({ IsZero: true }, _) => UnusualBill.Zero,
        (_, null) => UnusualBill.New,
        ({ } amount, { } last) when amount > last.Times(100 + Percent, 100) => UnusualBill.Higher,
        ({ } amount, { } last) when amount < last.Times(100 - Percent, 100) => UnusualBill.Lower,
        _ => UnusualBill.None,
    };
}
