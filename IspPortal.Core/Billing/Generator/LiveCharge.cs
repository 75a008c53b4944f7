using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans;

namespace IspPortal.Core.Billing.Generator;

/// <summary>A charge for days, with what corrections left of it.</summary>
internal sealed class LiveCharge
{
    private readonly ServiceCalendar _calendar;
    private readonly ProrationBasis _basis;
    private readonly GridPeriod? _period;

    public LiveCharge(BilledCharge charge, IEnumerable<BilledCharge> corrections, ServiceCalendar calendar, ProrationBasis basis)
    {
        (Charge, Stream, _calendar) = (charge, charge.ChargeKey[..charge.ChargeKey.LastIndexOf(':')], calendar);
        _basis = charge.Rule switch { BillRule.DaysOfPeriod => ProrationBasis.DaysOfPeriod, BillRule.DaysOfThirty => ProrationBasis.ThirtyDays, _ => basis };
        Range = new(charge.FromOn!.Value, charge.ToOn!.Value);
        var known = corrections.ToArray();
        Net = known.Aggregate(charge.Amount, (sum, correction) => sum + correction.Amount) - (charge.Amount.IsNegative ? -charge.Credited : charge.Credited);
        Left = DayRange.Without([Range], known.Where(correction => correction is { FromOn: not null, ToOn: not null }).Select(correction => new DayRange(correction.FromOn!.Value, correction.ToOn!.Value)));
        // The plan may have got periods of another length since: it keeps those that it was billed by.
        _period = calendar.PeriodsAt(Range.FromOn).FirstOrDefault(WasBilledBy);
    }

    public BilledCharge Charge { get; }

    /// <summary>What it paid for at first.</summary>
    public DayRange Range { get; }

    /// <summary>The days that it still pays for.</summary>
    public List<DayRange> Left { get; private set; }

    /// <summary>What is left of its amount.</summary>
    public Money Net { get; private set; }

    /// <summary>What it is paid for day by day.</summary>
    public string Stream { get; }

    /// <summary>Whether it is of periods that were paid at once.</summary>
    public bool IsPaidAhead => Charge.Rule == BillRule.PayNGetM;

    /// <summary>Whether it pays for days as <paramref name="piece"/> wants them paid. A price for a month is not one for a week, even if it is the same.</summary>
    public bool Pays(WantedPiece piece) =>
        Stream == piece.Stream && Charge.SourceId == piece.SourceId && IsFor(piece.Period.Cycle)
        && (piece.IsBulk || (Charge.UnitPrice == piece.UnitPrice && Charge.Quantity == piece.Quantity && !IsPaidAhead && Charge.Rule == BillRule.PerDay == piece.IsPerDay));

    /// <summary>The part of its period that some of its days are, as its own rule counts them.</summary>
    public PeriodPart PartOf(DayRange range) =>
        Charge.Rule == BillRule.PerDay ? new(range.Days, range.Days, BillRule.PerDay)
        : _period?.PartOf(range.FromOn, range.ToOn, _basis)
        ?? new(range.Days, Range.Days, BillRule.DaysOfPeriod);

    /// <summary>
    /// Takes days off it that it still pays for, and says by how much its amount changes: to what those that are left cost by themselves, so that billing all at once or bit by bit ends the same. It
    /// gives back no more than there is.
    /// </summary>
    public Money Take(DayRange range)
    {
        var before = Left.Find(left => left.FromOn <= range.FromOn && left.ToOn >= range.ToOn);
        var after = DayRange.Without([before], [range]);
        Left = DayRange.Without(Left, [range]);
        return Change(after.Aggregate(-ValueOf(before), (sum, part) => sum + ValueOf(part)));
    }

    /// <summary>Takes the rest of periods that were paid at once off it: what was paid less those used, each at its full price; never below nothing.</summary>
    public Money TakeUnused(DayRange range)
    {
        Left = DayRange.Without(Left, [range]);
        var used = Left.SelectMany(ByPeriod).Aggregate(Money.Zero, (sum, part) => sum + part.Of(Charge.UnitPrice));
        return Change(used < Net ? used - Net : Money.Zero);
    }

    // The days of a period tell which length it had, whatever the plan is now; a custom one of thirty days counts as a month.
    private bool IsFor(PlanPeriod cycle)
    {
        if (Charge.OfDays == 0 || Charge.Rule is BillRule.PerDay or BillRule.PayNGetM)
        {
            return true;
        }

        var (least, most) = cycle.Cycle switch
        {
            PlanCycle.Daily => (1, 1),
            PlanCycle.Weekly => (7, 7),
            PlanCycle.Monthly => (28, 31),
            PlanCycle.Quarterly => (89, 92),
            PlanCycle.HalfYearly => (180, 184),
            PlanCycle.Yearly => (360, 366),
            _ => (cycle.Days ?? 30, cycle.Days ?? 30),
        };
        return Charge.OfDays >= least && Charge.OfDays <= most;
    }

    private bool WasBilledBy(GridPeriod period)
    {
        var part = period.PartOf(Range.FromOn, Range.ToOn, _basis);
        return Range.ToOn <= period.ToOn && (Charge.OfDays == 0 || Charge.OfDays == part.OfDays) && part.Of(Charge.UnitPrice * Charge.Quantity) == Charge.Amount;
    }

    private Money Change(Money change)
    {
        var most = -Net;
        if (Charge.Amount.IsNegative ? change > most : change < most)
        {
            change = Charge.Amount.IsNegative == Net.IsNegative ? most : Money.Zero;
        }

        Net += change;
        return change;
    }

    private Money ValueOf(DayRange range)
    {
        if (range == Range)
        {
            return Charge.Amount;
        }

        if (IsPaidAhead)
        {
            return Charge.Spread.Select(part => (part, Days: range.Within(new(part.FromOn, part.ToOn)))).Where(pair => pair.Days is not null)
                .Aggregate(Money.Zero, (sum, pair) => sum + pair.part.Amount.Times(pair.Days!.Value.Days, new DayRange(pair.part.FromOn, pair.part.ToOn).Days));
        }

        var whole = Charge.UnitPrice * Charge.Quantity;
        return Charge.Rule == BillRule.PerDay ? whole * range.Days
            : _period is not null ? PartOf(range).Of(whole)
            : Charge.Amount.Times(range.Days, Range.Days);
    }

    private IEnumerable<PeriodPart> ByPeriod(DayRange range)
    {
        for (var from = range.FromOn; from <= range.ToOn;)
        {
            var period = _calendar.PeriodOf(from);
            var to = period.ToOn < range.ToOn ? period.ToOn : range.ToOn;
            yield return period.PartOf(from, to, _basis);
            from = to.AddDays(1);
        }
    }
}
