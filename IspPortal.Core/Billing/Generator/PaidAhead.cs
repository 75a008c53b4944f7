using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Pay N periods, get M: finds those that were billed, and sells those that are due.</summary>
internal sealed class PaidAhead(SubscriptionBillingFacts facts, BillingPolicy policy, ServiceCalendar calendar, ServiceDays days)
{
    /// <summary>Those that were billed.</summary>
    public IEnumerable<PaidAheadSpan> Billed(IEnumerable<BilledCharge> billed) =>
        billed.Where(charge => charge is { Kind: ChargeKind.Period, Rule: BillRule.PayNGetM, FromOn: not null, ToOn: not null }).Select(SpanOf);

    /// <summary>The lines of those that are due, each once. They begin with the first whole period that nobody paid for yet, and need a line that goes on at one price to their end.</summary>
    public IEnumerable<BillLine> Sell(IReadOnlyCollection<BilledCharge> billed, ChargeKeys keys, DateOnly throughOn)
    {
        foreach (var promotion in facts.Promotions.Where(p => p.Kind == PromotionKind.PayNGetM && p.PayPeriods > 0 && p.GetPeriods >= p.PayPeriods).OrderBy(p => p.FromOn).ThenBy(p => p.Id))
        {
            if (billed.Any(charge => charge.Rule == BillRule.PayNGetM && charge.SourceId == promotion.Id) || FirstOf(promotion, billed, throughOn) is not { } from
                || PeriodsFrom(from, promotion.GetPeriods) is not { } periods || TermOf(new(from, periods[^1].ToOn)) is not { } term)
            {
                continue;
            }

            var (to, amount) = (periods[^1].ToOn, term.Price * promotion.PayPeriods);
            var parts = amount.Split(periods.Count);
            yield return new BillLine
            {
                Kind = ChargeKind.Period,
                SubscriptionId = facts.Id,
                SubscriptionNumber = facts.Number,
                Text = $"{term.PlanName} · {promotion.Name}",
                FromOn = from,
                ToOn = to,
                Days = new DayRange(from, to).Days,
                OfDays = new DayRange(from, to).Days,
                Quantity = promotion.PayPeriods,
                UnitPrice = term.Price,
                Amount = amount,
                Rule = BillRule.PayNGetM,
                SourceId = promotion.Id,
                TaxCode = term.TaxCode,
                ChargeKey = keys.Next(WantedPieces.PeriodStream, from),
                Spread = [.. periods.Select((period, i) => new SpreadPart(period.FromOn, period.ToOn, parts[i]))],
            };
        }
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

    private DateOnly? FirstOf(PromotionFacts promotion, IReadOnlyCollection<BilledCharge> billed, DateOnly throughOn)
    {
        var day = promotion.FromOn > calendar.FirstOn ? promotion.FromOn : calendar.FirstOn;
        while (day.AddDays(-policy.PrepaidIssueDaysBefore) <= throughOn && !(promotion.ToOn < day) && !(facts.LastOn < day))
        {
            var period = calendar.PeriodOf(day);
            var isPaid = billed.Any(charge => charge.Kind == ChargeKind.Period && charge.FromOn <= period.ToOn && charge.ToOn >= day);
            if (period.FromOn == day && !isPaid && days.TermOn(day) is { IsTrial: false })
            {
                return day;
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
}
