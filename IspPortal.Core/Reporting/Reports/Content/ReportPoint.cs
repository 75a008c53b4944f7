namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>One point of a chart.</summary>
/// <param name="At">When, by the clock of the business zone.</param>
/// <param name="Value">The value; null is a gap.</param>
public readonly record struct ReportPoint(DateTime At, double? Value);
