namespace IspPortal.Core.Billing.Generator;

/// <summary>The lines of one subscription.</summary>
internal static class SubscriptionBill
{
    public static IReadOnlyList<BillLine> Lines(SubscriptionBillingFacts facts, BillingPolicy policy, IReadOnlyCollection<BilledCharge> billed, DateOnly throughOn)
    {
        var keys = new ChargeKeys(billed.Select(charge => charge.ChargeKey));
        var calendar = new ServiceCalendar(facts, policy);
        var days = new ServiceDays(facts, policy);
        var paidAhead = new PaidAhead(facts, policy, calendar, days);

        // What is sold at once is billed before all else: from here on it is one more charge whose days can turn out otherwise.
        var lines = paidAhead.Sell(billed, keys, throughOn).ToList();
        var all = billed.Concat(lines.Select(BilledCharge.Of)).ToList();
        var ahead = paidAhead.Billed(all).ToList();
        var corrections = all.Where(charge => charge is { Kind: ChargeKind.Correction, CorrectsKey: not null }).ToLookup(charge => charge.CorrectsKey!, StringComparer.Ordinal);
        var charges = all.Where(IsForDays).Select(charge => new LiveCharge(charge, corrections[charge.ChargeKey], calendar, policy.Proration)).ToList();

        var wanted = new WantedPieces(facts, policy, calendar, days);
        var cuts = calendar.Periods(throughOn, charges.Count == 0 ? DateOnly.MinValue : charges.Max(charge => charge.Range.ToOn));
        foreach (var cut in cuts)
        {
            wanted.Add(cut, ahead);
        }

        lines.AddRange(new DayCharges(facts, policy, calendar, keys).Lines(charges, wanted, ahead, throughOn));
        lines.AddRange(new OnceCharges(facts, policy, calendar, days, keys).Lines(billed, throughOn));
        lines.AddRange(new OutageCredits(facts, policy, calendar, keys).Lines(wanted.Pieces, cuts.Count == 0 ? DateOnly.MinValue : cuts[^1].ToOn, billed, throughOn));
        return lines;
    }

    private static bool IsForDays(BilledCharge charge) =>
        charge is { Kind: ChargeKind.Period or ChargeKind.Discount or ChargeKind.AddOn or ChargeKind.PauseFee, FromOn: not null, ToOn: not null } && charge.ChargeKey.Contains(':', StringComparison.Ordinal);
}
