namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>A part of a report with a heading.</summary>
/// <param name="Key">Its heading, below <c>Report.Section.</c></param>
public sealed record ReportSection(string Key)
{
    /// <summary>What stands large.</summary>
    public IReadOnlyList<ReportFigure> Figures { get; init; } = [];

    /// <summary>Charts.</summary>
    public IReadOnlyList<ReportChart> Charts { get; init; } = [];

    /// <summary>Tables.</summary>
    public IReadOnlyList<ReportTable> Tables { get; init; } = [];

    /// <summary>How it is to be read.</summary>
    public IReadOnlyList<ReportNote> Notes { get; init; } = [];
}
