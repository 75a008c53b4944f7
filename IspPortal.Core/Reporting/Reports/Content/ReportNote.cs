namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>A sentence that says how figures are to be read.</summary>
/// <param name="Key">Which, below <c>Report.Note.</c></param>
/// <param name="Value">What stands in it, or null.</param>
/// <param name="Unit">Of what.</param>
public sealed record ReportNote(string Key, object? Value = null, ReportUnit Unit = ReportUnit.Text);
