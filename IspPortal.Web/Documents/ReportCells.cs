using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Documents;

/// <summary>Values of a report as its reader reads them. Null is <c>–</c>, never 0.</summary>
internal sealed class ReportCells(IStringLocalizer<ReportTexts> texts, CultureInfo culture, TimeZoneInfo zone)
{
    public string Of(object? value, ReportUnit unit) => value switch
    {
        null => ReaderFormat.Unknown,
        ReportWord word => texts["Report.Word." + word.Key],
        string text => text,
        Money money => money.ToString(culture),
        DateOnly day => day.ToString("d MMM yyyy", culture),
        DateTime moment => TimeZoneInfo.ConvertTimeFromUtc(DateTime.SpecifyKind(moment, DateTimeKind.Utc), zone).ToString("d MMM yyyy HH':'mm", culture),
        TimeSpan span => Span(span),
        IConvertible number => Number(number.ToDouble(CultureInfo.InvariantCulture), unit),
        _ => throw new InvalidOperationException($"No report writes {value.GetType().Name}."),
    };

    /// <summary>The period in words: <c>1–30 November 2026</c>.</summary>
    public static string Period(ReportPeriod period, CultureInfo culture) => period switch
    {
        { Days: 1 } => period.FromOn.ToString("d MMMM yyyy", culture),
        _ when (period.FromOn.Year, period.FromOn.Month) == (period.ToOn.Year, period.ToOn.Month) => $"{period.FromOn.Day.ToString(culture)}–{period.ToOn.ToString("d MMMM yyyy", culture)}",
        _ => $"{period.FromOn.ToString("d MMMM yyyy", culture)} – {period.ToOn.ToString("d MMMM yyyy", culture)}",
    };

    public string Number(double value, ReportUnit unit) => unit switch
    {
        ReportUnit.Bytes => UnitScale.Bytes.Format(value, culture).ToString(),
        ReportUnit.BitsPerSecond => UnitScale.BitRate.Format(value, culture).ToString(),
        ReportUnit.Percent => value.ToString(Math.Abs(value) is > 99 and < 100 ? "0.00" : "0.#", culture) + " %",
        ReportUnit.Milliseconds => value.ToString(Math.Abs(value) < 10 ? "0.0" : "N0", culture) + " ms",
        ReportUnit.Celsius => value.ToString("0", culture) + " °C",
        _ => value.ToString("N0", culture),
    };

    private string Span(TimeSpan span) => span switch
    {
        { TotalDays: >= 1 } => texts["Report.Span.Days", ((int)span.TotalDays).ToString("N0", culture), span.Hours],
        { TotalHours: >= 1 } => texts["Report.Span.Hours", (int)span.TotalHours, span.Minutes],
        _ => texts["Report.Span.Minutes", (int)Math.Round(span.TotalMinutes)],
    };
}
