namespace IspPortal.Core.Reporting.Reports;

/// <summary>One report of a list.</summary>
/// <param name="Id">The report.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="Period">Which days.</param>
/// <param name="Language">In which language.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Step">What is done to it at the moment.</param>
/// <param name="Percent">How far it is, 0–100.</param>
/// <param name="ErrorCode">Why it failed, or null.</param>
/// <param name="ErrorDetail">The outside's own words, or null.</param>
/// <param name="ScheduleId">The schedule that asked for it, or null.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAtUtc">When.</param>
/// <param name="StartedAtUtc">When it was begun last; null: not yet.</param>
/// <param name="EndedAtUtc">When it was done or failed; null: not yet.</param>
/// <param name="ExpiresAtUtc">When its files go; null: it has none.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record ReportRow(
    Guid Id,
    ReportKind Kind,
    ReportPeriod Period,
    string Language,
    ReportState State,
    ReportStep Step,
    int Percent,
    string? ErrorCode,
    string? ErrorDetail,
    Guid? ScheduleId,
    string RequestedBy,
    DateTime RequestedAtUtc,
    DateTime? StartedAtUtc,
    DateTime? EndedAtUtc,
    DateTime? ExpiresAtUtc,
    long Version)
{
    /// <summary>Whether it will still change by itself.</summary>
    public bool IsOpen => State is ReportState.Waiting or ReportState.Running;
}
