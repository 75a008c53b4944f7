using System.Globalization;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared;

namespace IspPortal.Web.Features.Reports.Parts;

/// <summary>Icons, colours and periods of reports.</summary>
internal static class ReportWords
{
    public static string IconOf(ReportKind kind) => kind switch
    {
        ReportKind.Performance => "speed",
        ReportKind.Availability => "verified",
        ReportKind.Usage => "data_usage",
        ReportKind.Capacity => "stacked_bar_chart",
        _ => "trending_up",
    };

    public static Tone ToneOf(ReportState state) => state switch
    {
        ReportState.Ready => Tone.Good,
        ReportState.Failed => Tone.Bad,
        ReportState.Expired => Tone.Neutral,
        _ => Tone.Info,
    };

    public static string StateIcon(ReportState state) => state switch
    {
        ReportState.Ready => "check_circle",
        ReportState.Failed => "error",
        ReportState.Expired => "auto_delete",
        ReportState.Running => "progress_activity",
        _ => "schedule",
    };

    public static string Period(ReportPeriod period, CultureInfo culture) => ReportCells.Period(period, culture);

    public static string FileHref(Guid reportId, ReportFormat format) => $"/export/reports/{reportId}/{format.ToString().ToLowerInvariant()}";
}
