namespace IspPortal.Core.Common.Tables;

/// <summary>Writes workbooks (XLSX).</summary>
public interface IWorkbooks
{
    /// <summary>A workbook of one sheet.</summary>
    /// <param name="sheet">The sheet's name.</param>
    /// <param name="headings">Its first row.</param>
    /// <param name="rows">Texts, numbers, days, moments in UTC and spans; null is an empty cell.</param>
    /// <param name="zone">The zone that moments are written in.</param>
    byte[] Write(string sheet, IReadOnlyList<string> headings, IReadOnlyList<IReadOnlyList<object?>> rows, TimeZoneInfo zone);
}
