using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Core.Billing.Generator;

/// <summary>Says which days of a subscription shall be paid for, at which price.</summary>
internal sealed class WantedPieces(SubscriptionBillingFacts facts, BillingPolicy policy, ServiceCalendar calendar, ServiceDays days)
{
    public const string PeriodStream = "period";
    private const string PauseStream = "pause";

    private readonly List<(PromotionFacts Promotion, DayRange Window)> _promotions = [.. facts.Promotions.Where(p => p.Kind != PromotionKind.PayNGetM).OrderBy(p => p.FromOn).ThenBy(p => p.Id)
        .Select(p => (p, WindowOf(p, facts.StartsOn, calendar))).Where(pair => pair.Item2.ToOn >= pair.Item2.FromOn)];

    private readonly List<WantedPiece> _pieces = [];
    private int _firstOfCut;

    /// <summary>What shall be paid for.</summary>
    public IReadOnlyList<WantedPiece> Pieces => _pieces;

    /// <summary>Days about which nothing is known yet.</summary>
    public List<DayRange> Undecided { get; } = [];

    /// <summary>Adds what of a period shall be paid for. In the order of the days.</summary>
    public void Add(CutPeriod cut, IReadOnlyList<PaidAheadSpan> ahead)
    {
        _firstOfCut = _pieces.Count;
        foreach (var stretch in days.Of(new(cut.FromOn, cut.ToOn)))
        {
            switch (stretch)
            {
                case { State: ServiceState.Undecided }:
                    Undecided.Add(stretch.Range);
                    break;
                case { State: ServiceState.Served, Term: { IsTrial: false } term }:
                    AddServed(cut, stretch.Range, term, ahead);
                    break;
                case { State: ServiceState.Paused, Term: { IsTrial: false } term }:
                    AddPaused(cut, stretch.Range, term);
                    break;
                default:
                    break;
            }
        }
    }

    private void AddServed(CutPeriod cut, DayRange range, TermFacts term, IReadOnlyList<PaidAheadSpan> ahead)
    {
        foreach (var span in ahead)
        {
            if (span.Held is { } held && held.Within(range) is { } paid)
            {
                Add(new(PeriodStream, ChargeKind.Period, paid, cut, span.ShareOn(paid.FromOn), span.SourceId) { Text = term.PlanName, TaxCode = term.TaxCode, IsBulk = true });
            }
        }

        foreach (var part in DayRange.Without([range], ahead.Select(span => span.Held).OfType<DayRange>()))
        {
            Add(new(PeriodStream, ChargeKind.Period, part, cut, term.Price, term.PriceId) { Text = term.PlanName, TaxCode = term.TaxCode });
            AddDiscounts(cut, part, term);
        }

        foreach (var addOn in facts.AddOns.Where(addOn => !addOn.IsOneTime).OrderBy(addOn => addOn.FromOn).ThenBy(addOn => addOn.Id))
        {
            if (range.Within(new(addOn.FromOn, addOn.ToOn ?? DateOnly.MaxValue)) is { } had)
            {
                Add(new(StreamOf("addon", addOn.Id), ChargeKind.AddOn, had, cut, addOn.Price, addOn.Id) { Quantity = addOn.Quantity, Text = addOn.Name, TaxCode = addOn.TaxCode });
            }
        }
    }

    private void AddDiscounts(CutPeriod cut, DayRange range, TermFacts term)
    {
        var breaks = _promotions.SelectMany(pair => new[] { pair.Window.FromOn, pair.Window.ToOn.AddDays(1) }).Where(day => day > range.FromOn && day <= range.ToOn).Distinct().Order().ToArray();
        var from = range.FromOn;
        foreach (var next in breaks.Append(range.ToOn.AddDays(1)))
        {
            var left = term.Price;
            foreach (var (promotion, _) in _promotions.Where(pair => pair.Window.FromOn <= from && pair.Window.ToOn >= from))
            {
                var off = OffOf(promotion, term.Price, left);
                left -= off;
                Add(new(StreamOf("discount", promotion.Id), ChargeKind.Discount, new(from, next.AddDays(-1)), cut, -off, promotion.Id) { Text = promotion.Name, TaxCode = term.TaxCode });
            }

            from = next;
        }
    }

    private void AddPaused(CutPeriod cut, DayRange range, TermFacts term)
    {
        var perDay = !policy.PauseFeePerDay.IsZero;
        var price = perDay ? policy.PauseFeePerDay : term.Price.Times(policy.PauseFeePercent, 100);
        var taxCode = policy.PauseFeeTaxCode.Length > 0 ? policy.PauseFeeTaxCode : term.TaxCode;
        Add(new(PauseStream, ChargeKind.PauseFee, range, cut, price, null) { Text = term.PlanName, TaxCode = taxCode, IsPerDay = perDay });
    }

    // Days that follow each other at one price are one line, however many facts end between them.
    private void Add(WantedPiece piece)
    {
        var before = _pieces.FindIndex(_firstOfCut, p => p.Stream == piece.Stream && p.Range.ToOn.AddDays(1) == piece.Range.FromOn);
        if (before >= 0 && _pieces[before].IsAlike(piece))
        {
            _pieces[before] = _pieces[before] with { Range = _pieces[before].Range with { ToOn = piece.Range.ToOn } };
        }
        else if (!piece.UnitPrice.IsZero)
        {
            _pieces.Add(piece);
        }
    }

    private static Money OffOf(PromotionFacts promotion, Money price, Money left)
    {
        var off = promotion.Kind switch
        {
            PromotionKind.Percent => price.Times(promotion.Percent, 100),
            PromotionKind.Amount => promotion.Amount,
            PromotionKind.FreeMonths => left,
            _ => Money.Zero,
        };
        return off > left ? left : off;
    }

    private static DayRange WindowOf(PromotionFacts promotion, DateOnly startsOn, ServiceCalendar calendar)
    {
        var to = promotion.ToOn ?? DateOnly.MaxValue.AddDays(-1);
        if (promotion.Periods is { } periods)
        {
            var day = promotion.FromOn > startsOn ? promotion.FromOn : startsOn;
            for (var i = 0; i < periods; i++)
            {
                day = calendar.EndOf(day).AddDays(1);
            }

            to = day.AddDays(-1) < to ? day.AddDays(-1) : to;
        }

        return new(promotion.FromOn, to);
    }

    private static string StreamOf(string kind, Guid id) => string.Create(CultureInfo.InvariantCulture, $"{kind}:{id:N}");
}
