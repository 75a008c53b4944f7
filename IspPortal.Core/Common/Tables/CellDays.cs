using System.Globalization;

namespace IspPortal.Core.Common.Tables;

/// <summary>Days as Indonesian and English spreadsheets write them; the day comes before the month.</summary>
public static class CellDays
{
    private static readonly string[] Shapes =
    [
        "yyyy-MM-dd", "yyyy/MM/dd", "yyyy.MM.dd", "yyyy-MM-dd HH:mm:ss", "d/M/yyyy", "d-M-yyyy", "d.M.yyyy", "d/M/yyyy H:mm", "d/M/yyyy H:mm:ss", "d MMM yyyy", "d MMMM yyyy", "d-MMM-yyyy", "d-MMMM-yyyy",
    ];

    private static readonly CultureInfo[] Languages = [CultureInfo.InvariantCulture, CultureInfo.GetCultureInfo("id-ID")];

    /// <summary>The day that a cell says; null: it says none.</summary>
    public static DateOnly? Read(string text)
    {
        foreach (var language in Languages)
        {
            if (DateTime.TryParseExact(text, Shapes, language, DateTimeStyles.AllowWhiteSpaces, out var moment))
            {
                return DateOnly.FromDateTime(moment);
            }
        }

        return null;
    }
}
