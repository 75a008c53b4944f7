namespace IspPortal.Core.Reporting.Reports;

/// <summary>Which reports a list shows; null means all.</summary>
/// <param name="Kind">Only of this kind.</param>
/// <param name="State">Only those that stand so.</param>
/// <param name="ScheduleId">Only those of this schedule.</param>
public sealed record ReportFilter(ReportKind? Kind = null, ReportState? State = null, Guid? ScheduleId = null);
