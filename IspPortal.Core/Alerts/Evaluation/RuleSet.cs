namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>The rules that are evaluated now. Another set is another object: evaluators compare by reference.</summary>
internal sealed record RuleSet(IReadOnlyList<RuleTerms> Rules, RuleSurroundings Around)
{
    public static RuleSet Empty { get; } = new([], RuleSurroundings.None);
}
