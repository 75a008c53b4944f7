using System.Text.Json;
using System.Text.Json.Serialization;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Infrastructure.Reporting;

/// <summary>How dashboards and reports keep what has no columns of its own.</summary>
internal static class ReportingJson
{
    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web) { Converters = { new JsonStringEnumConverter() }, DefaultIgnoreCondition = JsonIgnoreCondition.WhenWritingNull };

    public static string Of(IReadOnlyList<DashboardWidget> widgets) => JsonSerializer.Serialize(widgets, Options);

    public static IReadOnlyList<DashboardWidget> WidgetsOf(string json) => JsonSerializer.Deserialize<List<DashboardWidget>>(json, Options) ?? [];

    public static string Of(ReportOrder order) => JsonSerializer.Serialize(new Parts([.. order.RouterIds.Distinct()], [.. order.Formats.Distinct()], [.. order.Recipients.Distinct(StringComparer.OrdinalIgnoreCase)]), Options);

    public static ReportOrder OrderOf(Report report) => With(report.Order, new ReportOrder { Kind = report.Kind, FromOn = report.FromOn, ToOn = report.ToOn, Language = report.Language });

    public static ReportOrder OrderOf(ReportSchedule schedule) => With(schedule.Order, new ReportOrder { Kind = schedule.Kind, Language = schedule.Language });

    private static ReportOrder With(string json, ReportOrder order)
    {
        var parts = JsonSerializer.Deserialize<Parts>(json, Options)!;
        return order with { RouterIds = parts.RouterIds, Formats = parts.Formats, Recipients = parts.Recipients };
    }

    private sealed record Parts(IReadOnlyList<Guid> RouterIds, IReadOnlyList<ReportFormat> Formats, IReadOnlyList<string> Recipients);
}
