using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Web.Features.Reports.Api;

/// <summary>One report.</summary>
/// <param name="Id">The report.</param>
/// <param name="Kind">What it is about.</param>
/// <param name="FromOn">The first business day.</param>
/// <param name="ToOn">The last.</param>
/// <param name="Language">In which language.</param>
/// <param name="State">Where it stands.</param>
/// <param name="Step">What is done to it at the moment.</param>
/// <param name="Percent">How far it is, 0–100.</param>
/// <param name="ErrorCode">Why it failed, or null.</param>
/// <param name="ErrorDetail">The outside's own words, or null.</param>
/// <param name="ScheduleId">The schedule that asked, or null.</param>
/// <param name="RequestedBy">Who asked.</param>
/// <param name="RequestedAtUtc">When.</param>
/// <param name="EndedAtUtc">When it was done or failed; null: not yet.</param>
/// <param name="ExpiresAtUtc">When its files go; null: it has none.</param>
/// <param name="Version">For asking again and taking away.</param>
internal sealed record ReportResource(
    Guid Id, ReportKind Kind, DateOnly FromOn, DateOnly ToOn, string Language, ReportState State, ReportStep Step, int Percent, string? ErrorCode, string? ErrorDetail, Guid? ScheduleId, string RequestedBy,
    DateTime RequestedAtUtc, DateTime? EndedAtUtc, DateTime? ExpiresAtUtc, long Version)
{
    public static ReportResource Of(ReportRow row) => new(
        row.Id, row.Kind, row.Period.FromOn, row.Period.ToOn, row.Language, row.State, row.Step, row.Percent, row.ErrorCode, row.ErrorDetail, row.ScheduleId, row.RequestedBy, row.RequestedAtUtc, row.EndedAtUtc,
        row.ExpiresAtUtc, row.Version);
}
