using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Receipts;

/// <summary>Says which bills a payment pays. Pure.</summary>
public static class ReceiptAllocation
{
    /// <summary>
    /// The oldest first by due day and number, or as chosen, never more than is open of a bill. A bill that is paid but for the tolerance is paid: the rest is let go at once. What no bill takes is credit.
    /// </summary>
    /// <param name="amount">What was paid; above zero.</param>
    /// <param name="bills">What is open.</param>
    /// <param name="tolerance">What is let go of a bill that gets money.</param>
    /// <param name="chosen">How much for which bill; null: the oldest first. Bills that are not open and what is more than the amount are left out.</param>
    public static Allocation Of(Money amount, IReadOnlyList<OpenBill> bills, Money tolerance, IReadOnlyDictionary<Guid, Money>? chosen = null)
    {
        ArgumentNullException.ThrowIfNull(bills);
        var (paid, left) = (new List<PaidBill>(), amount);
        foreach (var bill in bills.OrderBy(bill => bill.DueOn).ThenBy(bill => bill.Number, StringComparer.Ordinal))
        {
            var wanted = chosen is null ? bill.Outstanding : chosen.GetValueOrDefault(bill.Id);
            var share = Least(Least(wanted, bill.Outstanding), left);
            if (share <= Money.Zero)
            {
                continue;
            }

            var open = bill.Outstanding - share;
            var rounded = open <= tolerance ? open : Money.Zero;
            paid.Add(new PaidBill(bill.Id, bill.Number, share, rounded, open - rounded));
            left -= share;
        }

        return new Allocation(paid, left);
    }

    private static Money Least(Money one, Money other) => one < other ? one : other;
}
