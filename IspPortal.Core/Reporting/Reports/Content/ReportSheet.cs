namespace IspPortal.Core.Reporting.Reports.Content;

/// <summary>One sheet of a workbook.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Headings">The first row.</param>
/// <param name="Rows">Texts, numbers, days, moments in UTC and spans; null is an empty cell.</param>
public sealed record ReportSheet(string Name, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);
