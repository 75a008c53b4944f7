using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Pay N periods, get M: finds those that were billed, and sells those that are due.</summary>
internal sealed class PaidAhead(SubscriptionBillingFacts facts, BillingPolicy policy, ServiceCalendar calendar, ServiceDays days)
{
    /// <summary>Those that were billed.</summary>
    public IEnumerable<PaidAheadSpan> Billed(IEnumerable<BilledCharge> billed) =>
        billed.Where(charge => charge is { Kind: ChargeKind.Period, Rule: BillRule.PayNGetM, FromOn: not null, ToOn: not null }).Select(SpanOf);

    /// <summary>
    /// The lines of those that are due, each once. One begins with the first whole period that nobody paid for yet and from which on the line goes on at one price to its end; of several the earliest
    /// comes first, as it would on bills that follow each other.
    /// </summary>
    public IReadOnlyList<BillLine> Sell(IReadOnlyCollection<BilledCharge> billed, ChargeKeys keys, DateOnly throughOn)
    {
        var open = facts.Promotions.Where(p => p.Kind == PromotionKind.PayNGetM && p.PayPeriods > 0 && p.GetPeriods >= p.PayPeriods
            && !billed.Any(charge => charge.Rule == BillRule.PayNGetM && charge.SourceId == p.Id)).OrderBy(p => p.FromOn).ThenBy(p => p.Id).ToList();
        var paid = billed.Where(charge => charge is { Kind: ChargeKind.Period, FromOn: not null, ToOn: not null }).Select(charge => new DayRange(charge.FromOn!.Value, charge.ToOn!.Value)).ToList();
        var lines = new List<BillLine>();
        while (open.Select(promotion => FirstOf(promotion, paid, throughOn)).OfType<Offer>().MinBy(offer => offer.Periods[0].FromOn) is { } next)
        {
            var line = LineOf(next, keys);
            lines.Add(line);
            paid.Add(new(line.FromOn!.Value, line.ToOn!.Value));
            open.Remove(next.Promotion);
        }

        return lines;
    }

    private BillLine LineOf(Offer offer, ChargeKeys keys)
    {
        var (promotion, term, periods) = offer;
        var (range, amount) = (new DayRange(periods[0].FromOn, periods[^1].ToOn), term.Price * promotion.PayPeriods);
        var parts = amount.Split(periods.Count);
        return new()
        {
            Kind = ChargeKind.Period,
            SubscriptionId = facts.Id,
            SubscriptionNumber = facts.Number,
            Text = $"{term.PlanName} · {promotion.Name}",
            FromOn = range.FromOn,
            ToOn = range.ToOn,
            Days = range.Days,
            OfDays = range.Days,
            Quantity = promotion.PayPeriods,
            UnitPrice = term.Price,
            Amount = amount,
            Rule = BillRule.PayNGetM,
            SourceId = promotion.Id,
            TaxCode = term.TaxCode,
            ChargeKey = keys.Next(WantedPieces.PeriodStream, range.FromOn),
            Spread = [.. periods.Select((period, i) => new SpreadPart(period.FromOn, period.ToOn, parts[i]))],
        };
    }

    private PaidAheadSpan SpanOf(BilledCharge charge)
    {
        var range = new DayRange(charge.FromOn!.Value, charge.ToOn!.Value);
        var held = range.FromOn.AddDays(-1);
        foreach (var stretch in days.Of(range))
        {
            if (stretch.Term is not { IsTrial: false } term || term.Price != charge.UnitPrice)
            {
                break;
            }

            held = stretch.Range.ToOn;
        }

        return new(charge.SourceId, range, facts.LastOn < held ? facts.LastOn.Value : held, charge.Spread);
    }

    private Offer? FirstOf(PromotionFacts promotion, IReadOnlyCollection<DayRange> paid, DateOnly throughOn)
    {
        var day = promotion.FromOn > calendar.FirstOn ? promotion.FromOn : calendar.FirstOn;
        while (day.AddDays(-policy.PrepaidIssueDaysBefore) <= throughOn && !(promotion.ToOn < day) && !(facts.LastOn < day))
        {
            if (PeriodsFrom(day, promotion.GetPeriods) is { } periods)
            {
                var range = new DayRange(day, periods[^1].ToOn);
                if (!paid.Any(other => other.Within(range) is not null) && TermOf(range) is { } term)
                {
                    return new(promotion, term, periods);
                }
            }

            day = calendar.EndOf(day).AddDays(1);
        }

        return null;
    }

    private List<GridPeriod>? PeriodsFrom(DateOnly from, int count)
    {
        var found = new List<GridPeriod>();
        for (var day = from; found.Count < count; day = found[^1].ToOn.AddDays(1))
        {
            var period = calendar.PeriodOf(day);
            if (period.FromOn != day || calendar.EndOf(day) != period.ToOn)
            {
                return null;
            }

            found.Add(period);
        }

        return found;
    }

    private TermFacts? TermOf(DayRange range)
    {
        var first = days.TermOn(range.FromOn);
        return first is { Price: var price } && price > Money.Zero && !(facts.LastOn < range.ToOn) && days.Of(range).All(stretch => stretch.Term is { IsTrial: false } term && term.Price == price) ? first : null;
    }

    private sealed record Offer(PromotionFacts Promotion, TermFacts Term, IReadOnlyList<GridPeriod> Periods);
}
