namespace IspPortal.Core.Alerts.Escalation;

/// <summary>The form of a policy.</summary>
/// <param name="Name">Its name, up to 80 letters.</param>
/// <param name="Steps">The steps in order, 1–10.</param>
public sealed record SaveAlertPolicyRequest(string Name, IReadOnlyList<AlertStep> Steps);
