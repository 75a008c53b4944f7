namespace IspPortal.Core.Common.Tables;

/// <summary>One sheet of an uploaded file; a CSV has one.</summary>
/// <param name="Name">Its name; empty in a CSV.</param>
/// <param name="Rows">Its rows in order, blank ones left out.</param>
public sealed record TableSheet(string Name, IReadOnlyList<TableRow> Rows);
