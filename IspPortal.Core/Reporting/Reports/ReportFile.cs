namespace IspPortal.Core.Reporting.Reports;

/// <summary>One file of a report.</summary>
internal sealed class ReportFile
{
    public required Guid ReportId { get; init; }

    public ReportFormat Format { get; init; }

    /// <summary>Under which name the file lies in the data directory.</summary>
    public required Guid StoredAs { get; set; }

    public long Bytes { get; set; }
}
