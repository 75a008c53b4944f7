using IspPortal.Core.Plans;

namespace IspPortal.Core.Billing.Generator;

/// <summary>The periods of one subscription. They begin anew where the plan's length changes and, as the policy says, where a prepaid line comes back late.</summary>
internal sealed class ServiceCalendar
{
    private readonly SubscriptionBillingFacts _facts;
    private readonly BillingPolicy _policy;
    private readonly List<(DateOnly FromOn, CycleGrid Grid)> _grids = [];

    public ServiceCalendar(SubscriptionBillingFacts facts, BillingPolicy policy)
    {
        (_facts, _policy) = (facts, policy);
        var closed = Later(facts.ImportedPaidUntilOn, facts.ClosedUntilOn);
        FirstOn = closed is { } day && day >= facts.StartsOn ? day.AddDays(1) : facts.StartsOn;
        Build();
    }

    /// <summary>The first day that can be billed or corrected.</summary>
    public DateOnly FirstOn { get; }

    /// <summary>The whole period in which a day lies.</summary>
    public GridPeriod PeriodOf(DateOnly day) => _grids[IndexOf(day)].Grid.PeriodOf(day);

    /// <summary>The whole period in which a day lies, and those in which it would lie had the periods not begun anew; the latest first.</summary>
    public IEnumerable<GridPeriod> PeriodsAt(DateOnly day)
    {
        for (var index = IndexOf(day); index >= 0; index--)
        {
            yield return _grids[index].Grid.PeriodOf(day);
        }
    }

    /// <summary>How long the periods around a day are.</summary>
    public PlanPeriod CycleOf(DateOnly day) => _grids[IndexOf(day)].Grid.Period;

    /// <summary>The last day of what lies together with a day: of its period, or the day before periods begin anew.</summary>
    public DateOnly EndOf(DateOnly day)
    {
        var index = IndexOf(day);
        var end = _grids[index].Grid.PeriodOf(day).ToOn;
        return index + 1 < _grids.Count && _grids[index + 1].FromOn <= end ? _grids[index + 1].FromOn.AddDays(-1) : end;
    }

    /// <summary>The periods from the first day on: those that are due by <paramref name="throughOn"/>, and those that have a day up to <paramref name="billedOn"/>.</summary>
    public IReadOnlyList<CutPeriod> Periods(DateOnly throughOn, DateOnly billedOn)
    {
        var found = new List<CutPeriod>();
        var last = _facts.LastOn;
        for (var from = FirstOn; last is null || from <= last;)
        {
            var (whole, to) = (PeriodOf(from), EndOf(from));
            to = last < to ? last.Value : to;
            var cut = new CutPeriod(from, to, whole, CycleOf(from), DueOn(from, to));
            if (cut.DueOn > throughOn && from > billedOn && !(found.Count == 1 && IsBilledTogether(found[0])))
            {
                break;
            }

            found.Add(cut);
            from = to.AddDays(1);
        }

        if (found.Count > 1 && IsBilledTogether(found[0]))
        {
            var due = _facts.Payment == PlanPayment.Prepaid ? found[0].DueOn : found[1].DueOn;
            (found[0], found[1]) = (found[0] with { DueOn = due }, found[1] with { DueOn = due });
        }

        return found;
    }

    private bool IsBilledTogether(CutPeriod first) =>
        _policy is { InstalledAfterDay: { } day, Alignment: not PeriodAlignment.Anniversary } && first.FromOn == _facts.StartsOn && first.FromOn > first.Whole.FromOn && first.Whole.MonthStarts.Count > 0
        && first.FromOn.Day > day;

    private DateOnly DueOn(DateOnly from, DateOnly to) =>
        _facts.Payment == PlanPayment.Prepaid ? from.AddDays(-_policy.PrepaidIssueDaysBefore) : to.AddDays(1 + _policy.PostpaidIssueDaysAfter);

    private void Build()
    {
        var terms = _facts.Terms.OrderBy(term => term.FromOn).ToArray();
        if (terms.Length == 0)
        {
            _grids.Add((_facts.StartsOn, CycleGrid.From(new(PlanCycle.Monthly), _facts.StartsOn, _policy, null)));
            return;
        }

        _grids.Add((_facts.StartsOn, CycleGrid.From(terms[0].Period, _facts.StartsOn, _policy, null)));
        var changes = terms.Skip(1).Select(term => (On: term.FromOn, Period: (PlanPeriod?)term.Period));
        if (_policy.LateRenewal == LateRenewal.Payment && _facts.Payment == PlanPayment.Prepaid)
        {
            changes = changes.Concat(_facts.Lapses.Where(lapse => lapse.ToOn is not null).Select(lapse => (lapse.ToOn!.Value.AddDays(1), (PlanPeriod?)null)));
        }

        foreach (var (on, period) in changes.Where(change => change.On > _facts.StartsOn).OrderBy(change => change.On).ThenBy(change => change.Period is null))
        {
            var now = _grids[^1].Grid;
            if (period is null || period != now.Period)
            {
                _grids.Add((on, CycleGrid.From(period ?? now.Period, on, _policy, period is null ? null : now)));
            }
        }
    }

    private int IndexOf(DateOnly day)
    {
        var index = _grids.Count - 1;
        while (index > 0 && _grids[index].FromOn > day)
        {
            index--;
        }

        return index;
    }

    private static DateOnly? Later(DateOnly? one, DateOnly? other) => one is { } a && other is { } b ? (a > b ? a : b) : one ?? other;
}
