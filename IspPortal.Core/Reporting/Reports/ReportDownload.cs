namespace IspPortal.Core.Reporting.Reports;

/// <summary>A file of a report, ready to be sent.</summary>
/// <param name="Content">Its bytes; whoever takes it disposes it.</param>
/// <param name="MediaType">What it is.</param>
/// <param name="FileName">Its name for the reader.</param>
public sealed record ReportDownload(Stream Content, string MediaType, string FileName);
