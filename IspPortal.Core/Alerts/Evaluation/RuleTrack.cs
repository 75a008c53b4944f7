using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>One rule over the subjects of one router. A silence is unknown: it neither opens nor ends anything, except what waits for a silence.</summary>
internal sealed class RuleTrack(RuleTerms terms, Guid sourceId)
{
    private static readonly long LeastPatienceTicks = TimeSpan.FromSeconds(30).Ticks;

    private readonly bool _isCounter = MetricCatalog.Of(terms.Metric).Kind == MetricKind.Counter;
    private readonly bool _isBytes = MetricCatalog.Of(terms.Metric).Unit == MetricUnit.Bytes;
    private readonly bool _sumsGrowth = MetricCatalog.Of(terms.Metric).Kind == MetricKind.Counter && terms.Operator == AlertOperator.GrewBy;
    private SubjectState[] _states = [];
    private long _patienceTicks = LeastPatienceTicks;
    private long _groupSinceTicks;
    private bool _groupFires;

    public RuleTerms Terms => terms;

    public bool IsGroup => terms.Quantifier != AlertQuantifier.Each;

    /// <summary>Its tags, plans or routers may be others now.</summary>
    public void ForgetScope()
    {
        for (var slot = 0; slot < _states.Length; slot++)
        {
            _states[slot].IsScopeKnown = false;
        }
    }

    public void Take(int slot, in SeriesSubject subject, double value, long intervalTicks, long now, RuleSurroundings around, List<RuleTransition> transitions)
    {
        ref var state = ref StateOf(slot);
        if (!IsInScope(ref state, subject, around) || now <= state.SeenTicks || Measure(ref state, value, intervalTicks, now, around) is not { } figure)
        {
            return;
        }

        var patience = Math.Max(LeastPatienceTicks, intervalTicks * 3);
        _patienceTicks = Math.Max(_patienceTicks, patience);
        if (state.SeenTicks != 0 && now - state.SeenTicks > patience && !state.IsBad)
        {
            // What happened in the silence is not known: neither that it lasted, nor from where it fell.
            state.BadSinceTicks = 0;
            if (!_sumsGrowth)
            {
                state.Window?.Clear();
            }
        }

        var verdict = RuleJudge.Judge(terms, ref state, figure, _sumsGrowth, now);
        state.SeenTicks = now;
        state.Value = figure;
        Turn(ref state, verdict, now);
        Tell(ref state, subject, now, state.Value, transitions);
    }

    /// <summary>Time passed: what waits for a silence, and what asks how many.</summary>
    public void Pass(List<SeriesSubject> subjects, long now, RuleSurroundings around, List<RuleTransition> transitions)
    {
        if (terms.Operator == AlertOperator.Missing)
        {
            for (var slot = 0; slot < _states.Length; slot++)
            {
                ref var state = ref _states[slot];
                if (state.SeenTicks != 0 && !state.IsBad && now - state.SeenTicks >= terms.For.Ticks && IsInScope(ref state, subjects[slot], around))
                {
                    (state.BadSinceTicks, state.IsBad) = (state.SeenTicks, true);
                }

                if (state.IsBad)
                {
                    Tell(ref state, subjects[slot], now, null, transitions);
                }
            }
        }

        if (IsGroup)
        {
            Count(now, transitions);
        }
    }

    /// <summary>Whether an incident is open, as the database says.</summary>
    public void SetFiring(int slot, bool fires, long now)
    {
        if (IsGroup)
        {
            (_groupFires, _groupSinceTicks) = (fires, fires && _groupSinceTicks == 0 ? now : _groupSinceTicks);
            return;
        }

        ref var state = ref StateOf(slot);
        if (fires && !state.IsFiring)
        {
            (state.IsBad, state.BadSinceTicks) = (true, state.BadSinceTicks == 0 ? now : state.BadSinceTicks);
        }

        state.IsFiring = fires;
    }

    public bool IsFiring(int slot) => IsGroup ? _groupFires : slot < _states.Length && _states[slot].IsFiring;

    public bool IsAbout(int slot, in SeriesSubject subject, RuleSurroundings around) => slot < _states.Length && IsInScope(ref _states[slot], subject, around);

    private static DateTime At(long ticks) => new(ticks, DateTimeKind.Utc);

    private void Turn(ref SubjectState state, RuleVerdict verdict, long now)
    {
        switch (verdict)
        {
            case RuleVerdict.Bad:
                state.BadSinceTicks = state.BadSinceTicks == 0 ? now : state.BadSinceTicks;
                state.IsBad = state.IsBad || now - state.BadSinceTicks >= terms.For.Ticks;
                break;
            case RuleVerdict.Good:
                (state.BadSinceTicks, state.IsBad) = (0, false);
                break;
            case RuleVerdict.Between when !state.IsBad:
                state.BadSinceTicks = 0;
                break;
        }
    }

    private void Tell(ref SubjectState state, in SeriesSubject subject, long now, double? value, List<RuleTransition> transitions)
    {
        if (IsGroup || state.IsBad == state.IsFiring)
        {
            return;
        }

        state.IsFiring = state.IsBad;
        transitions.Add(new RuleTransition(terms.Id, subject, state.IsBad, value, At(state.BadSinceTicks == 0 ? now : state.BadSinceTicks), At(now)));
    }

    private void Count(long now, List<RuleTransition> transitions)
    {
        var (known, bad) = (0, 0);
        foreach (ref readonly var state in _states.AsSpan())
        {
            // What waits for a silence is known by it.
            if (state is { IsScopeKnown: true, IsInScope: true } && state.SeenTicks != 0 && (terms.Operator == AlertOperator.Missing || now - state.SeenTicks <= _patienceTicks))
            {
                known++;
                bad += state.IsBad ? 1 : 0;
            }
        }

        if (known == 0)
        {
            return;
        }

        var holds = terms.Quantifier switch
        {
            AlertQuantifier.Any => bad > 0,
            AlertQuantifier.AtLeast => bad >= terms.QuantifierValue,
            AlertQuantifier.AtLeastPercent => bad > 0 && bad * 100.0 / known >= terms.QuantifierValue,
            _ => bad == known,
        };
        if (holds == _groupFires)
        {
            return;
        }

        (_groupFires, _groupSinceTicks) = (holds, now);
        transitions.Add(new RuleTransition(terms.Id, sourceId == Guid.Empty ? new SeriesSubject(SeriesSubjectKind.Network, Guid.Empty) : SeriesSubject.Router(sourceId), holds, bad, At(now), At(now)));
    }

    private ref SubjectState StateOf(int slot)
    {
        if (slot >= _states.Length)
        {
            Array.Resize(ref _states, Math.Max(16, Math.Max(slot + 1, _states.Length * 2)));
        }

        return ref _states[slot];
    }

    private bool IsInScope(ref SubjectState state, in SeriesSubject subject, RuleSurroundings around)
    {
        if (!state.IsScopeKnown)
        {
            (state.IsScopeKnown, state.IsInScope) = (true, terms.Scope.Includes(subject, sourceId, around));
        }

        return state.IsInScope;
    }

    private double? Measure(ref SubjectState state, double value, long intervalTicks, long now, RuleSurroundings around)
    {
        if (_sumsGrowth)
        {
            return (state.Window ??= new FigureWindow()).Sum(now, value, terms.Window.Ticks);
        }

        var figure = !_isCounter ? value : intervalTicks <= 0 ? double.NaN : value * TimeSpan.TicksPerSecond / intervalTicks * (_isBytes ? 8 : 1);
        if (terms.OfCapacity)
        {
            figure = around.CapacityOf(sourceId) is { } capacity and > 0 ? figure * 100 / capacity : double.NaN;
        }

        return double.IsFinite(figure) ? figure : null;
    }
}
