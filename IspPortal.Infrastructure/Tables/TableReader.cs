using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Tables;

namespace IspPortal.Infrastructure.Tables;

/// <summary>Reads uploaded CSV and XLSX. What a file is, its content decides, not its name.</summary>
internal static class TableReader
{
    private const int Megabyte = 1024 * 1024;

    private static ReadOnlySpan<byte> Zip => "PK\u0003\u0004"u8;

    private static ReadOnlySpan<byte> CompoundFile => [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1];

    /// <summary>The sheets that have rows; never none.</summary>
    public static Result<IReadOnlyList<TableSheet>> Read(ReadOnlyMemory<byte> content, TableLimits limits)
    {
        if (content.Length > (long)limits.Megabytes * Megabyte)
        {
            return TableErrors.TooLarge(limits.Megabytes);
        }

        if (content.Span.StartsWith(CompoundFile))
        {
            return TableErrors.OldOrLocked;
        }

        var read = content.Span.StartsWith(Zip) ? XlsxTable.Read(content, limits) : CsvTable.Read(content.Span, limits);
        if (!read.Succeeded)
        {
            return read.Error;
        }

        var filled = read.Value.Where(sheet => sheet.Rows.Count > 0).ToList();
        return filled.Count == 0 ? TableErrors.Empty : filled;
    }
}
