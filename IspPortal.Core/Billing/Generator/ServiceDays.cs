namespace IspPortal.Core.Billing.Generator;

/// <summary>Tells the days of a subscription apart: served, paused, not to be billed, not decided.</summary>
internal sealed class ServiceDays
{
    private readonly SubscriptionBillingFacts _facts;
    private readonly TermFacts[] _terms;
    private readonly DaySpan[] _isolated;
    private readonly DateOnly[] _breaks;

    public ServiceDays(SubscriptionBillingFacts facts, BillingPolicy policy)
    {
        _facts = facts;
        _terms = [.. facts.Terms.OrderBy(term => term.FromOn)];
        _isolated = policy.WhileIsolated switch
        {
            IsolatedBilling.Yes => [],
            IsolatedBilling.No => [.. facts.Isolated],
            _ => [.. facts.Isolated.Select(span => span with { FromOn = span.FromOn.AddDays(policy.IsolatedBilledDays) }).Where(span => span.ToOn is null || span.ToOn >= span.FromOn)],
        };
        _breaks = [.. _terms.SelectMany(term => BreaksOf(term.FromOn, term.ToOn)).Concat(facts.Pauses.Concat(_isolated).Concat(facts.Lapses).SelectMany(span => BreaksOf(span.FromOn, span.ToOn))).Distinct().Order()];
    }

    /// <summary>The term of a day; null: none.</summary>
    public TermFacts? TermOn(DateOnly day) => Array.Find(_terms, term => term.FromOn <= day && (term.ToOn is null || term.ToOn >= day));

    /// <summary>The days of <paramref name="range"/>, in order, none left out.</summary>
    public IEnumerable<ServiceStretch> Of(DayRange range)
    {
        var from = range.FromOn;
        foreach (var next in _breaks.Where(day => day > range.FromOn && day <= range.ToOn).Append(range.ToOn.AddDays(1)))
        {
            var term = TermOn(from);
            yield return new(new(from, next.AddDays(-1)), StateOf(from, term), term);
            from = next;
        }
    }

    private ServiceState StateOf(DateOnly day, TermFacts? term)
    {
        if (term is null)
        {
            return ServiceState.None;
        }

        if (Covering(_facts.Lapses, day) is { } lapse)
        {
            return lapse.ToOn is null ? ServiceState.Undecided : ServiceState.None;
        }

        if (Covering(_facts.Pauses, day) is not null)
        {
            return ServiceState.Paused;
        }

        return Covering(_isolated, day) is { } isolated ? (isolated.ToOn is null ? ServiceState.Undecided : ServiceState.None) : ServiceState.Served;
    }

    private static DaySpan? Covering(IReadOnlyList<DaySpan> spans, DateOnly day)
    {
        foreach (var span in spans)
        {
            if (span.FromOn <= day && (span.ToOn is null || span.ToOn >= day))
            {
                return span;
            }
        }

        return null;
    }

    private static IEnumerable<DateOnly> BreaksOf(DateOnly from, DateOnly? to) => to is { } last ? [from, last.AddDays(1)] : [from];
}
