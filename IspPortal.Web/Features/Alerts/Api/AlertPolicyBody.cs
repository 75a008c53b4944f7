using IspPortal.Core.Alerts.Escalation;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>Who is told of alerts, and when.</summary>
/// <param name="Name">Its name; required.</param>
/// <param name="Steps">Who is told after how many minutes, in order; required.</param>
/// <param name="Version">The version that was read; required to change one.</param>
internal sealed record AlertPolicyBody(string? Name = null, IReadOnlyList<AlertStepBody>? Steps = null, long? Version = null)
{
    public SaveAlertPolicyRequest ToRequest() => new(Name ?? "", [.. (Steps ?? []).Select(static step => (step ?? new AlertStepBody()).ToStep())]);
}
