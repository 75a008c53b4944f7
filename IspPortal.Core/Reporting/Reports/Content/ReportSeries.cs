namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>One line, or one colour of bars.</summary>
/// <param name="Key">Its name, below <c>Report.Series.</c></param>
/// <param name="Points">In time order.</param>
public sealed record ReportSeries(string Key, IReadOnlyList<ReportPoint> Points);
