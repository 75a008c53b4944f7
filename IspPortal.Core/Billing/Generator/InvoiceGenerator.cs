using System.Globalization;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>
/// Says what is to be billed. Pure: the same facts give the same lines on any machine and any day, so that a preview is the run without the save. It compares what should have been billed with what
/// was: every day of a line is paid for once, at the price that held on it.
/// </summary>
public static class InvoiceGenerator
{
    /// <summary>The lines of the next bill, none when nothing is due. Their sum is the bill without tax.</summary>
    /// <param name="facts">The account.</param>
    /// <param name="policy">How it is billed.</param>
    /// <param name="billed">What earlier bills already have, in any order.</param>
    /// <param name="throughOn">The day of the bill: all that is to be issued up to and with it.</param>
    /// <returns>By subscription number, then by day, then by kind; charges of the account as a whole come last.</returns>
    public static IReadOnlyList<BillLine> Generate(AccountBillingFacts facts, BillingPolicy policy, IReadOnlyCollection<BilledCharge> billed, DateOnly throughOn)
    {
        ArgumentNullException.ThrowIfNull(facts);
        ArgumentNullException.ThrowIfNull(policy);
        ArgumentNullException.ThrowIfNull(billed);
        BillingPolicyGuard.Check(policy);
        var bySubscription = billed.ToLookup(charge => charge.SubscriptionId);
        var lines = new List<BillLine>();
        var isLast = false;
        foreach (var subscription in facts.Subscriptions.OrderBy(s => s.Number, StringComparer.Ordinal).ThenBy(s => s.Id))
        {
            var own = subscription.Policy ?? policy;
            BillingPolicyGuard.Check(own);
            var found = SubscriptionBill.Lines(subscription, own, [.. bySubscription[subscription.Id]], throughOn);
            isLast |= found.Count > 0 && subscription.LastOn < throughOn;
            lines.AddRange(Ordered(found));
        }

        var keys = new ChargeKeys(bySubscription[null].Select(charge => charge.ChargeKey));
        lines.AddRange(OnceCharges.Extra(facts.Charges, keys, throughOn));
        if (policy.SmallChargesWait && !isLast && !lines.Exists(line => MakesABill(line, lines)))
        {
            return [];
        }

        if (Minimum(facts, lines, keys, throughOn) is { } minimum)
        {
            lines.Add(minimum);
        }

        return lines;
    }

    private static IEnumerable<BillLine> Ordered(IEnumerable<BillLine> lines) =>
        lines.OrderBy(line => line.FromOn ?? DateOnly.MaxValue).ThenBy(line => line.Kind).ThenBy(line => line.ChargeKey, StringComparer.Ordinal);

    // A pause that was billed as days already gives more back than it costs: that waits like all else that comes back.
    private static bool MakesABill(BillLine line, List<BillLine> lines) => line.Kind switch
    {
        ChargeKind.Correction or ChargeKind.Discount or ChargeKind.Usage or ChargeKind.TopUp or ChargeKind.OutageCredit or ChargeKind.Rounding => false,
        ChargeKind.PauseFee => !Sum(lines).IsNegative,
        _ => !line.Amount.IsNegative,
    };

    // What comes back and what is only held does not count: else a credit would be eaten up by the minimum.
    private static BillLine? Minimum(AccountBillingFacts facts, List<BillLine> lines, ChargeKeys keys, DateOnly throughOn)
    {
        var charged = Sum(lines.Where(line => line.Kind is not (ChargeKind.Correction or ChargeKind.OutageCredit or ChargeKind.Deposit or ChargeKind.DepositReturn)));
        var key = string.Create(CultureInfo.InvariantCulture, $"minimum:{facts.AccountId:N}:{throughOn:yyyy-MM-dd}");
        if (!lines.Exists(line => line.Kind == ChargeKind.Period) || charged <= Money.Zero || charged >= facts.MinimumCharge || !keys.Take(key))
        {
            return null;
        }

        var missing = facts.MinimumCharge - charged;
        return new() { Kind = ChargeKind.Minimum, UnitPrice = facts.MinimumCharge, Amount = missing, Rule = BillRule.MinimumCharge, TaxCode = facts.MinimumTaxCode, ChargeKey = key };
    }

    private static Money Sum(IEnumerable<BillLine> lines) => lines.Aggregate(Money.Zero, (sum, line) => sum + line.Amount);
}
