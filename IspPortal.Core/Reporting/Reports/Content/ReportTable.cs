namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>One table.</summary>
/// <param name="Key">Its title, below <c>Report.Table.</c></param>
/// <param name="Columns">Its columns.</param>
/// <param name="Rows">Its rows: a cell for each column, in the type that the column's unit has; null is unknown.</param>
public sealed record ReportTable(string Key, IReadOnlyList<ReportColumn> Columns, IReadOnlyList<IReadOnlyList<object?>> Rows);
