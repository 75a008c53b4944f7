using System.Collections.Frozen;
using System.IO.Enumeration;
using IspPortal.Core.Monitoring.Series;

namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>What a rule is about: everything that passes each of these; an empty one lets all pass.</summary>
internal sealed class RuleScope(IEnumerable<Guid> routers, IEnumerable<string> tags, IEnumerable<Guid> plans, string? namePattern, IEnumerable<Guid> subjects)
{
    private readonly FrozenSet<Guid> _routers = routers.ToFrozenSet();
    private readonly FrozenSet<string> _tags = tags.ToFrozenSet(StringComparer.OrdinalIgnoreCase);
    private readonly FrozenSet<Guid> _plans = plans.ToFrozenSet();
    private readonly FrozenSet<Guid> _subjects = subjects.ToFrozenSet();

    public static RuleScope Everything { get; } = new([], [], [], null, []);

    public bool NeedsPlans => _plans.Count > 0;

    /// <summary>Whether the rule is about this subject of that router.</summary>
    public bool Includes(in SeriesSubject subject, Guid routerId, RuleSurroundings around) =>
        (_routers.Count == 0 || _routers.Contains(routerId))
        && (_subjects.Count == 0 || _subjects.Contains(subject.Id))
        && (namePattern is null || FileSystemName.MatchesSimpleExpression(namePattern, subject.Name))
        && (_tags.Count == 0 || (around.TagsOf(routerId) is { Count: > 0 } has && _tags.Overlaps(has)))
        && (_plans.Count == 0 || (subject.Kind == SeriesSubjectKind.Access && around.PlanOf(subject.Id) is { } plan && _plans.Contains(plan)));
}
