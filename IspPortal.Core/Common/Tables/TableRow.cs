namespace IspPortal.Core.Common.Tables;

/// <summary>One row of an uploaded table.</summary>
/// <param name="Number">Its line in the file, as a spreadsheet numbers it.</param>
/// <param name="Cells">Its cells as text, trimmed: numbers with all their digits, days as <c>yyyy-MM-dd</c>; empty where there is nothing.</param>
public sealed record TableRow(int Number, IReadOnlyList<string> Cells)
{
    /// <summary>Columns whose number the spreadsheet had cut to fifteen digits before it was uploaded: what stands there is not what was typed.</summary>
    public IReadOnlyList<int> Rounded { get; init; } = [];

    /// <summary>The cell of a column, or an empty text past the end of the row.</summary>
    public string this[int column] => column >= 0 && column < Cells.Count ? Cells[column] : "";
}
