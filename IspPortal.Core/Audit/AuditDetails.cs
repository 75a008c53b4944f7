namespace IspPortal.Core.Audit;

/// <summary>One line of the audit with what it changed.</summary>
/// <param name="Row">The line.</param>
/// <param name="BeforeJson">The changed fields as they were, a JSON object; null when the action added or changed nothing. Secrets show as <c>***</c>, personal values by their first letter.</param>
/// <param name="AfterJson">The changed fields as they became, a JSON object; null when the action removed.</param>
public sealed record AuditDetails(AuditRow Row, string? BeforeJson, string? AfterJson);
