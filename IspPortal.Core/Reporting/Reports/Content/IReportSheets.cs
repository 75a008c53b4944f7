namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>Puts a report's figures and tables into words.</summary>
public interface IReportSheets
{
    /// <summary>The report's name and period in that language, e.g. for the subject of an e-mail.</summary>
    (string Title, string Period) Name(ReportKind kind, ReportPeriod period, string language);

    /// <summary>A sheet of the figures, and one for each table.</summary>
    /// <param name="content">The report.</param>
    /// <param name="language"><c>en</c> or <c>id</c>.</param>
    IReadOnlyList<ReportSheet> Write(ReportContent content, string language);
}
