using IspPortal.Core.Common.Money;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Compares the days that shall be paid for with those that were, and makes lines of the difference.</summary>
internal sealed class DayCharges(SubscriptionBillingFacts facts, BillingPolicy policy, ServiceCalendar calendar, ChargeKeys keys)
{
    /// <summary>The lines, corrections first.</summary>
    /// <param name="charges">What was billed.</param>
    /// <param name="wanted">What shall be.</param>
    /// <param name="ahead">What was paid at once.</param>
    /// <param name="throughOn">The day of the bill.</param>
    public List<BillLine> Lines(IReadOnlyList<LiveCharge> charges, WantedPieces wanted, IReadOnlyList<PaidAheadSpan> ahead, DateOnly throughOn)
    {
        var lines = new List<BillLine>();
        var byStream = charges.ToLookup(charge => charge.Stream, StringComparer.Ordinal);
        var pieces = wanted.Pieces.ToLookup(piece => piece.Stream, StringComparer.Ordinal);
        // What is closed is neither charged nor given back; what is not decided is not given back yet.
        var untouched = wanted.Undecided.Append(new(DateOnly.MinValue, calendar.FirstOn.AddDays(-1))).ToArray();
        foreach (var charge in charges.OrderBy(charge => charge.Range.FromOn).ThenBy(charge => charge.Charge.ChargeKey, StringComparer.Ordinal))
        {
            var kept = pieces[charge.Stream].Where(charge.Pays).Select(piece => piece.Range).Concat(untouched);
            lines.AddRange(DayRange.Without(charge.Left, kept).Select(range => Correction(charge, range, ahead)).OfType<BillLine>());
        }

        foreach (var piece in wanted.Pieces.Where(piece => piece.Period.DueOn <= throughOn))
        {
            var paid = byStream[piece.Stream].Where(charge => charge.Pays(piece)).SelectMany(charge => charge.Left);
            lines.AddRange(DayRange.Without([piece.Range], paid).Select(range => Line(piece, range)).OfType<BillLine>());
        }

        return lines;
    }

    private BillLine? Line(WantedPiece piece, DayRange range)
    {
        var amount = piece.AmountOf(range, policy.Proration);
        if (amount.IsZero)
        {
            return null;
        }

        var part = piece.PartOf(range, policy.Proration);
        return new()
        {
            Kind = piece.Kind,
            SubscriptionId = facts.Id,
            SubscriptionNumber = facts.Number,
            Text = piece.Text,
            FromOn = range.FromOn,
            ToOn = range.ToOn,
            Days = part.Days,
            OfDays = part.OfDays,
            Quantity = piece.Quantity,
            UnitPrice = piece.UnitPrice,
            Amount = amount,
            Rule = part.Rule,
            SourceId = piece.SourceId,
            TaxCode = piece.TaxCode,
            ChargeKey = keys.Next(piece.Stream, range.FromOn),
        };
    }

    private BillLine? Correction(LiveCharge charge, DayRange range, IReadOnlyList<PaidAheadSpan> ahead)
    {
        var isUnused = charge.IsPaidAhead && range.ToOn == charge.Range.ToOn && ahead.Any(span => span.SourceId == charge.Charge.SourceId && span.Range == charge.Range && span.HeldToOn < range.ToOn);
        var part = charge.PartOf(range);
        var amount = isUnused ? charge.TakeUnused(range) : charge.Take(range);
        if (amount.IsZero)
        {
            return null;
        }

        return new()
        {
            Kind = ChargeKind.Correction,
            SubscriptionId = facts.Id,
            SubscriptionNumber = facts.Number,
            Text = charge.Charge.Text,
            FromOn = range.FromOn,
            ToOn = range.ToOn,
            Days = part.Days,
            OfDays = part.OfDays,
            Quantity = charge.Charge.Quantity,
            UnitPrice = -charge.Charge.UnitPrice,
            Amount = amount,
            Rule = isUnused ? BillRule.UnusedPaid : part.Rule,
            SourceId = charge.Charge.SourceId,
            TaxCode = charge.Charge.TaxCode,
            ChargeKey = keys.Correction(charge.Charge.ChargeKey),
            CorrectsKey = charge.Charge.ChargeKey,
        };
    }
}
