namespace IspPortal.Core.Alerts.Escalation;

/// <summary>One policy.</summary>
/// <param name="Id">The policy.</param>
/// <param name="Name">Its name.</param>
/// <param name="Steps">The steps in order.</param>
/// <param name="Rules">How many rules go by it.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record AlertPolicyRow(Guid Id, string Name, IReadOnlyList<AlertStep> Steps, int Rules, long Version);
