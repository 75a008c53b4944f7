using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.Evaluation;
using IspPortal.Core.Alerts.Rules;

namespace IspPortal.Infrastructure.Alerts.Rules;

/// <summary>The rules and policies as they were read last; never changed.</summary>
internal sealed record RulePage(RuleSet Set, IReadOnlyDictionary<Guid, AlertRule> Rules, IReadOnlyDictionary<Guid, IReadOnlyList<AlertStep>> Policies, string Stamp)
{
    public static RulePage Empty { get; } = new(RuleSet.Empty, new Dictionary<Guid, AlertRule>(), new Dictionary<Guid, IReadOnlyList<AlertStep>>(), "");

    /// <summary>A built-in rule, or null before it was made.</summary>
    public AlertRule? BuiltIn(string key) => Rules.Values.FirstOrDefault(rule => rule.BuiltInKey == key);

    /// <summary>The steps of a policy; none when there is no such policy.</summary>
    public IReadOnlyList<AlertStep> StepsOf(Guid? policyId) => policyId is { } id && Policies.TryGetValue(id, out var steps) ? steps : [];
}
