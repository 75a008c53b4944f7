namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>A word of the report's language.</summary>
/// <param name="Key">Which, below <c>Report.Word.</c></param>
public sealed record ReportWord(string Key);
