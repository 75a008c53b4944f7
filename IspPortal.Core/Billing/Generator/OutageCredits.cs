using System.Globalization;
using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Whole days without service come back, at what they cost with their discounts. A day comes back once, however many outages it had, and only where it was to be paid for.</summary>
internal sealed class OutageCredits(SubscriptionBillingFacts facts, BillingPolicy policy, ServiceCalendar calendar, ChargeKeys keys)
{
    /// <summary>A line for each outage that is over and long enough.</summary>
    /// <param name="pieces">The days that are paid for.</param>
    /// <param name="knownToOn">The last day about which they say anything: a later outage waits.</param>
    /// <param name="billed">What was billed.</param>
    /// <param name="throughOn">The day of the bill.</param>
    public IEnumerable<BillLine> Lines(IReadOnlyList<WantedPiece> pieces, DateOnly knownToOn, IReadOnlyCollection<BilledCharge> billed, DateOnly throughOn)
    {
        if (policy.OutageCreditFromHours is not { } hours)
        {
            yield break;
        }

        var credited = billed.Where(charge => charge is { Kind: ChargeKind.OutageCredit, FromOn: not null, ToOn: not null }).Select(charge => new DayRange(charge.FromOn!.Value, charge.ToOn!.Value)).ToList();
        var hits = facts.Outages.Where(hit => hit.Hours >= hours && hit.ToOn < throughOn && (hit.ToOn <= knownToOn || facts.LastOn <= knownToOn));
        foreach (var hit in hits.OrderBy(hit => hit.FromOn).ThenBy(hit => hit.Id))
        {
            var key = string.Create(CultureInfo.InvariantCulture, $"outage:{hit.Id:N}");
            if (keys.Has(key) || RunOf(hit, pieces, credited) is not { } run || AmountOf(run, pieces) is not { IsNegative: true } amount)
            {
                continue;
            }

            keys.Take(key);
            credited.Add(run);
            var first = pieces.Where(piece => piece.Range.Within(run) is not null && IsPlan(piece)).ToArray();
            yield return new()
            {
                Kind = ChargeKind.OutageCredit,
                SubscriptionId = facts.Id,
                SubscriptionNumber = facts.Number,
                Text = hit.Name,
                FromOn = run.FromOn,
                ToOn = run.ToOn,
                Days = run.Days,
                OfDays = first[0].Period.Whole.Days,
                UnitPrice = -PriceOn(run.FromOn, pieces),
                Amount = amount,
                Rule = BillRule.DaysOfPeriod,
                SourceId = hit.Id,
                TaxCode = first[0].TaxCode,
                ChargeKey = key,
            };
        }
    }

    // The first days in a row of the outage that are paid for and did not come back yet.
    private DayRange? RunOf(OutageHit hit, IReadOnlyList<WantedPiece> pieces, IReadOnlyList<DayRange> credited)
    {
        var within = new DayRange(hit.FromOn > calendar.FirstOn ? hit.FromOn : calendar.FirstOn, hit.ToOn);
        var paid = pieces.Where(piece => piece.Kind == ChargeKind.Period).Select(piece => piece.Range.Within(within)).OfType<DayRange>().OrderBy(range => range.FromOn).ToList();
        var open = DayRange.Without(paid, credited);
        if (open.Count == 0)
        {
            return null;
        }

        var run = open[0];
        foreach (var next in open.Skip(1))
        {
            run = next.FromOn == run.ToOn.AddDays(1) ? run with { ToOn = next.ToOn } : run;
        }

        var days = Math.Min(run.Days, Math.Max(1, hit.Hours / 24));
        return run with { ToOn = run.FromOn.AddDays(days - 1) };
    }

    private Money AmountOf(DayRange run, IReadOnlyList<WantedPiece> pieces) =>
        pieces.Where(IsPlan).Select(piece => (piece, Days: piece.Range.Within(run))).Where(pair => pair.Days is not null)
            .Aggregate(Money.Zero, (sum, pair) => sum - pair.piece.AmountOf(pair.Days!.Value, policy.Proration));

    private static Money PriceOn(DateOnly day, IReadOnlyList<WantedPiece> pieces) =>
        pieces.Where(piece => IsPlan(piece) && piece.Range.FromOn <= day && piece.Range.ToOn >= day).Aggregate(Money.Zero, (sum, piece) => sum + piece.UnitPrice);

    private static bool IsPlan(WantedPiece piece) => piece.Kind is ChargeKind.Period or ChargeKind.Discount;
}
