using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Web.Features.Reports.Api;

/// <summary>One schedule.</summary>
/// <param name="Id">The schedule.</param>
/// <param name="Name">Its name.</param>
/// <param name="Cadence">How often.</param>
/// <param name="Hour">At which hour of the business zone.</param>
/// <param name="IsEnabled">Whether it asks.</param>
/// <param name="Kind">What the report is about.</param>
/// <param name="RouterIds">Only these routers; none: all.</param>
/// <param name="Language">en or id.</param>
/// <param name="Formats">As what.</param>
/// <param name="Recipients">Whom it is sent to.</param>
/// <param name="OwnerName">Who saved it last.</param>
/// <param name="NextDueAtUtc">When it asks next; null while it rests.</param>
/// <param name="LastRequestedAtUtc">When it asked last; null: never.</param>
/// <param name="Version">For changing it.</param>
internal sealed record ReportScheduleResource(
    Guid Id, string Name, ReportCadence Cadence, int Hour, bool IsEnabled, ReportKind Kind, IReadOnlyList<Guid> RouterIds, string Language, IReadOnlyList<ReportFormat> Formats, IReadOnlyList<string> Recipients,
    string OwnerName, DateTime? NextDueAtUtc, DateTime? LastRequestedAtUtc, long Version)
{
    public static ReportScheduleResource Of(ReportScheduleRow row) => new(
        row.Id, row.Content.Name, row.Content.Cadence, row.Content.Hour, row.Content.IsEnabled, row.Content.Order.Kind, row.Content.Order.RouterIds, row.Content.Order.Language, row.Content.Order.Formats,
        row.Content.Order.Recipients, row.OwnerName, row.NextDueAtUtc, row.LastRequestedAtUtc, row.Version);
}
