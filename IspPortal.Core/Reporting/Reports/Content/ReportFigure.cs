namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>One figure that stands large.</summary>
/// <param name="Key">Its name, below <c>Report.Figure.</c></param>
/// <param name="Value">The value in the type that its unit has; null is unknown.</param>
/// <param name="Unit">Of what.</param>
public sealed record ReportFigure(string Key, object? Value, ReportUnit Unit);
