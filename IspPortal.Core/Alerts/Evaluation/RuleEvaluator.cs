using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>
/// The rules over what one router's polls say: samples in, transitions out, at the cost of one look a sample and rule of its metric. One caller at a time. What it knows is in memory:
/// after a restart it is told what is open.
/// </summary>
internal sealed class RuleEvaluator(Guid sourceId)
{
    private const int Kinds = 16;
    private static readonly int Metrics = MetricCatalog.All.Max(d => (int)d.Metric) + 1;

    private readonly Dictionary<SeriesSubject, int> _slots = [];
    private readonly List<SeriesSubject> _subjects = [];
    private readonly List<RuleTransition> _transitions = [];
    private readonly Dictionary<Guid, RuleTrack> _tracks = [];
    private RuleTrack[][] _byMetric = [];
    private RuleTrack[] _waiting = [];
    private RuleSet _rules = RuleSet.Empty;
    private SeriesSubject _last;
    private int _lastSlot = -1;
    private long _now;

    /// <summary>What was read so far.</summary>
    public IReadOnlyList<SeriesSubject> Subjects => _subjects;

    /// <summary>Goes by these rules from now on. Of a rule that did not change everything known stays.</summary>
    public void Use(RuleSet rules)
    {
        if (ReferenceEquals(rules, _rules))
        {
            return;
        }

        var tracks = rules.Rules.ToDictionary(
            terms => terms.Id,
            terms => _tracks.TryGetValue(terms.Id, out var known) && known.Terms.Version == terms.Version ? known : new RuleTrack(terms, sourceId));
        foreach (var changed in tracks.Where(t => _tracks.TryGetValue(t.Key, out var old) && old != t.Value))
        {
            for (var slot = 0; slot < _subjects.Count; slot++)
            {
                if (_tracks[changed.Key].IsFiring(slot))
                {
                    changed.Value.SetFiring(slot, true, _now);
                }
            }
        }

        _tracks.Clear();
        var byMetric = new List<RuleTrack>[Metrics * Kinds];
        foreach (var (id, track) in tracks)
        {
            if (!ReferenceEquals(rules.Around, _rules.Around))
            {
                track.ForgetScope();
            }

            _tracks[id] = track;
            (byMetric[PlaceOf(track.Terms.Metric, track.Terms.Kind)] ??= []).Add(track);
        }

        _byMetric = Array.ConvertAll(byMetric, list => list?.ToArray() ?? []);
        _waiting = [.. tracks.Values.Where(t => t.IsGroup || t.Terms.Operator == Alerts.Rules.AlertOperator.Missing)];
        _rules = rules;
    }

    /// <summary>A poll that ended then.</summary>
    public void Begin(DateTime atUtc)
    {
        _now = atUtc.Ticks;
        _transitions.Clear();
    }

    /// <summary>One of its samples.</summary>
    public void Take(in SeriesSubject subject, Metric metric, double value, TimeSpan interval)
    {
        var (slot, place) = (SlotOf(subject), PlaceOf(metric, subject.Kind));
        if (place >= _byMetric.Length)
        {
            return;
        }

        foreach (var track in _byMetric[place])
        {
            track.Take(slot, subject, value, interval.Ticks, _now, _rules.Around, _transitions);
        }
    }

    /// <summary>It is all there: what turned, in the order it was seen. The list is good until the next begin.</summary>
    public IReadOnlyList<RuleTransition> End()
    {
        foreach (var track in _waiting)
        {
            track.Pass(_subjects, _now, _rules.Around, _transitions);
        }

        return _transitions;
    }

    /// <summary>Puts what is open straight, as the database says: what was ended by hand opens anew if it still holds, what another node opened is known.</summary>
    public void Align(IReadOnlySet<(Guid RuleId, SeriesSubject Subject)> open, DateTime atUtc)
    {
        foreach (var (ruleId, subject) in open)
        {
            if (_tracks.TryGetValue(ruleId, out var track) && (track.IsGroup ? 0 : SlotOf(subject)) is var slot && !track.IsFiring(slot))
            {
                track.SetFiring(slot, true, atUtc.Ticks);
            }
        }

        foreach (var (ruleId, track) in _tracks)
        {
            if (track.IsGroup)
            {
                track.SetFiring(0, open.Any(o => o.RuleId == ruleId), atUtc.Ticks);
                continue;
            }

            for (var slot = 0; slot < _subjects.Count; slot++)
            {
                if (track.IsFiring(slot) && !open.Contains((ruleId, _subjects[slot])))
                {
                    track.SetFiring(slot, false, atUtc.Ticks);
                }
            }
        }
    }

    /// <summary>Of those that were read the ones that a rule is about.</summary>
    public IEnumerable<SeriesSubject> SubjectsOf(RuleTerms terms, RuleSurroundings around) =>
        _subjects.Where(s => s.Kind == terms.Kind && terms.Scope.Includes(s, sourceId, around));

    private static int PlaceOf(Metric metric, SeriesSubjectKind kind) => ((int)metric * Kinds) + (int)kind;

    private int SlotOf(in SeriesSubject subject)
    {
        if (_lastSlot >= 0 && subject == _last)
        {
            return _lastSlot;
        }

        if (!_slots.TryGetValue(subject, out var slot))
        {
            _slots[subject] = slot = _subjects.Count;
            _subjects.Add(subject);
        }

        (_last, _lastSlot) = (subject, slot);
        return slot;
    }
}
