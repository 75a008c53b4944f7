namespace IspPortal.Core.Reporting.Reports;

/// <summary>As what a report is written.</summary>
public enum ReportFormat
{
    /// <summary>To be read and printed, with charts.</summary>
    Pdf,

    /// <summary>A workbook with a sheet for each table.</summary>
    Xlsx,

    /// <summary>Every table one after the other.</summary>
    Csv,
}
