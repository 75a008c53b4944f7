using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Web.Features.Reports.Api;

/// <summary>One report with what was asked and its files.</summary>
/// <param name="Report">What a list says of it.</param>
/// <param name="RouterIds">The routers that were named; none: all.</param>
/// <param name="Recipients">Whom it is sent to.</param>
/// <param name="Files">Its files; load them at <c>/files/{format}</c>.</param>
internal sealed record ReportDetailsResource(ReportResource Report, IReadOnlyList<Guid> RouterIds, IReadOnlyList<string> Recipients, IReadOnlyList<ReportFileRow> Files)
{
    public static ReportDetailsResource Of(ReportDetails report) => new(ReportResource.Of(report.Row), report.Order.RouterIds, report.Order.Recipients, report.Files);
}
