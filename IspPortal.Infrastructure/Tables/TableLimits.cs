namespace IspPortal.Infrastructure.Tables;

/// <summary>How much of an uploaded table is read.</summary>
/// <param name="Megabytes">The largest file.</param>
/// <param name="Rows">The most rows of a sheet, blank ones left out.</param>
internal sealed record TableLimits(int Megabytes, int Rows)
{
    /// <summary>Headings, and the titles that spreadsheets have above them.</summary>
    public const int RowsAbove = 11;

    /// <summary>The most columns.</summary>
    public const int Columns = 256;

    /// <summary>The most sheets that are read; the rest is left alone.</summary>
    public const int Sheets = 20;

    /// <summary>The longest cell; what is longer is cut.</summary>
    public int CellLength { get; init; } = 2000;

    /// <summary>The most bytes a workbook unpacks to: forty times what fifty thousand rows need, and a hundredth of what a bomb makes.</summary>
    public const long UnpackedBytes = 400L * 1024 * 1024;

    /// <summary>The most letters of all cells together: they are held at once.</summary>
    public const long Letters = 60_000_000;
}
