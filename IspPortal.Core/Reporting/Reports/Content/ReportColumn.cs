namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>One column.</summary>
/// <param name="Key">Its heading, below <c>Report.Column.</c></param>
/// <param name="Unit">What its cells are.</param>
public sealed record ReportColumn(string Key, ReportUnit Unit);
