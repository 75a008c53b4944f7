using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Dunning;

/// <summary>Says which fee a bill that is late is due. Pure; whole rupiah, a half is rounded away from zero.</summary>
public static class LateFeeRule
{
    private const int Whole = 10_000;

    /// <summary>The fee that is due today; null: none. Steps that were missed come as one.</summary>
    /// <param name="invoice">The bill; what is open of it today is what shares are of.</param>
    /// <param name="today">The day.</param>
    /// <param name="policy">The steps.</param>
    /// <param name="charged">What was charged or waived on this bill, by step.</param>
    public static LateFeeDue? Due(OpenInvoice invoice, DateOnly today, LateFeePolicy policy, IReadOnlyDictionary<string, Money> charged)
    {
        ArgumentNullException.ThrowIfNull(invoice);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(charged);
        if (invoice.Outstanding <= Money.Zero || today <= invoice.DueOn.AddDays(policy.GraceDays))
        {
            return null;
        }

        var step = policy.Steps.Where(step => step.StartOf(invoice.DueOn) <= today).MaxBy(step => step.StartOf(invoice.DueOn));
        if (step is null || charged.ContainsKey(step.Key))
        {
            return null;
        }

        var share = invoice.Outstanding.Times(step.BasisPoints, Whole);
        var fee = share < step.Least ? step.Least : share;
        fee = policy.Cap is { } cap && fee > cap ? cap : fee;
        var rest = fee - charged.Values.Aggregate(Money.Zero, (sum, amount) => sum + amount);
        return rest > Money.Zero ? new LateFeeDue(step.Key, fee, rest) : null;
    }
}
