using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Infrastructure.Tables;

/// <summary>Collects the rows of a file's sheets within the limits.</summary>
internal sealed class TableBuilder(TableLimits limits)
{
    private readonly List<TableSheet> _sheets = [];
    private List<TableRow> _rows = [];
    private long _letters;

    public IReadOnlyList<TableSheet> Sheets => _sheets;

    /// <summary>Adds a row unless it is blank; the error that ends the reading, or null.</summary>
    public Error? Add(int number, List<string> cells, IReadOnlyList<int>? rounded = null)
    {
        var filled = cells.FindLastIndex(cell => cell.Length > 0) + 1;
        if (filled == 0)
        {
            return null;
        }

        if (filled > TableLimits.Columns)
        {
            return TableErrors.TooManyColumns(TableLimits.Columns);
        }

        if (_rows.Count >= limits.Rows + TableLimits.RowsAbove)
        {
            return TableErrors.TooManyRows(limits.Rows);
        }

        var row = new string[filled];
        for (var i = 0; i < filled; i++)
        {
            row[i] = cells[i].Length <= limits.CellLength ? cells[i] : cells[i][..limits.CellLength];
            _letters += row[i].Length;
        }

        // A made-up workbook says one number twice; whoever reads on tells rows apart by it.
        _rows.Add(new TableRow(_rows.Count == 0 ? number : Math.Max(number, _rows[^1].Number + 1), row) { Rounded = rounded ?? [] });
        return _letters > TableLimits.Letters ? TableErrors.UnpacksTooFar : null;
    }

    /// <summary>Ends the sheet whose rows were added.</summary>
    public void EndSheet(string name)
    {
        _sheets.Add(new TableSheet(name, _rows));
        _rows = [];
    }
}
