namespace IspPortal.Core.Reporting.Reports;

/// <summary>One schedule.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Content">All of it, as it would be saved again.</param>
/// <param name="OwnerName">Who saved it last.</param>
/// <param name="NextDueAtUtc">When it asks next; null while it rests.</param>
/// <param name="LastRequestedAtUtc">When it asked last; null: never.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record ReportScheduleRow(Guid Id, SaveReportScheduleRequest Content, string OwnerName, DateTime? NextDueAtUtc, DateTime? LastRequestedAtUtc, long Version);
