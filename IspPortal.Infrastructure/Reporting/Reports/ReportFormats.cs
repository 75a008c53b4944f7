using IspPortal.Core.Reporting.Reports;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Media types and names of the formats.</summary>
internal static class ReportFormats
{
    public static string MediaTypeOf(ReportFormat format) => format switch
    {
        ReportFormat.Pdf => "application/pdf",
        ReportFormat.Xlsx => "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        _ => "text/csv",
    };

    public static string FileNameOf(ReportKind kind, ReportPeriod period, ReportFormat format) =>
        FormattableString.Invariant($"{kind}-{period.FromOn:yyyy-MM-dd}-{period.ToOn:yyyy-MM-dd}.{format}").ToLowerInvariant();

    /// <summary>Under which name messages ask for a report's file of that format.</summary>
    public static string SourceOf(ReportFormat format) => $"report-{format}".ToLowerInvariant();
}
