namespace IspPortal.Core.Alerts.Evaluation;

/// <summary>What one figure says.</summary>
internal enum RuleVerdict
{
    Good,

    /// <summary>Neither bad nor good again: it stays what it was.</summary>
    Between,
    Bad,
}
