using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Web.Features.Reports.Api;

/// <summary>A schedule as it shall be.</summary>
/// <param name="Version">The version that was read; required when it is there already.</param>
/// <param name="Name">Its name; required.</param>
/// <param name="Cadence">How often.</param>
/// <param name="Hour">At which hour of the business zone, 0–23.</param>
/// <param name="IsEnabled">False rests it.</param>
/// <param name="Kind">What the report is about; required.</param>
/// <param name="RouterIds">Only these routers; none: all.</param>
/// <param name="Language">en or id.</param>
/// <param name="Formats">As what; PDF when left out.</param>
/// <param name="Recipients">E-mail addresses that it is sent to.</param>
internal sealed record SaveReportScheduleBody(
    long? Version = null, string? Name = null, ReportCadence Cadence = ReportCadence.Monthly, int? Hour = null, bool IsEnabled = true, ReportKind? Kind = null, IReadOnlyList<Guid>? RouterIds = null, string? Language = null,
    IReadOnlyList<ReportFormat>? Formats = null, IReadOnlyList<string>? Recipients = null)
{
    public SaveReportScheduleRequest ToRequest() => new()
    {
        Name = Name ?? "",
        Cadence = Cadence,
        Hour = Hour ?? 6,
        IsEnabled = IsEnabled,
        Order = new OrderReportBody(Kind, null, null, RouterIds, Language, Formats, Recipients).ToOrder(),
    };
}
