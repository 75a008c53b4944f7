namespace IspPortal.Core.Reporting.Reports;

/// <summary>One file of a report.</summary>
/// <param name="Format">As what it is written.</param>
/// <param name="Bytes">How large it is.</param>
public sealed record ReportFileRow(ReportFormat Format, long Bytes);
