using System.Globalization;
using IspPortal.Core.Common.Money;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Reporting.Reports.Content;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Documents;

/// <summary>Reports as tables: figures stay figures, in the unit that the heading says.</summary>
internal sealed class ReportSheets(IStringLocalizer<ReportTexts> texts) : IReportSheets
{
    public (string Title, string Period) Name(ReportKind kind, ReportPeriod period, string language) =>
        In(language, culture => (texts["Report.Kind." + kind].Value, ReportCells.Period(period, culture)));

    public IReadOnlyList<ReportSheet> Write(ReportContent content, string language) => In(language, culture =>
    {
        var cells = new ReportCells(texts, culture, content.Zone);
        return (IReadOnlyList<ReportSheet>)[Overview(content, cells, culture), .. content.Sections.SelectMany(section => section.Tables).Select(table => TableOf(table))];
    });

    private ReportSheet Overview(ReportContent content, ReportCells cells, CultureInfo culture)
    {
        List<IReadOnlyList<object?>> rows =
        [
            [texts["Report.Kind." + content.Kind].Value, texts["Report.Period"].Value, ReportCells.Period(content.Period, culture), null],
            [null, texts["Report.Made"].Value, content.MadeAtUtc, content.Zone.Id],
        ];
        if (content.Routers.Count > 0)
        {
            rows.Add([null, texts["Report.Routers"].Value, string.Join(", ", content.Routers), null]);
        }

        foreach (var section in content.Sections)
        {
            rows.AddRange(section.Figures.Select(figure => (IReadOnlyList<object?>)[texts["Report.Section." + section.Key].Value, texts["Report.Figure." + figure.Key].Value, Cell(figure.Value), UnitOf(figure.Unit, figure.Value)]));
            rows.AddRange(section.Notes.Select(note => (IReadOnlyList<object?>)[texts["Report.Section." + section.Key].Value, texts["Report.NoteWord"].Value, texts["Report.Note." + note.Key, cells.Of(note.Value, note.Unit)].Value, null]));
        }

        return new ReportSheet(texts["Report.Overview"], [texts["Report.Column.Section"], texts["Report.Column.Figure"], texts["Report.Column.Value"], texts["Report.Column.Unit"]], rows);
    }

    private ReportSheet TableOf(ReportTable table) => new(
        texts["Report.Table." + table.Key],
        [
            .. table.Columns.Select((column, at) =>
                UnitOf(column.Unit, table.Rows.Select(row => row[at]).FirstOrDefault(cell => cell is not null)) is { } unit ? $"{texts["Report.Column." + column.Key].Value} ({unit})" : texts["Report.Column." + column.Key].Value),
        ],
        [.. table.Rows.Select(row => (IReadOnlyList<object?>)[.. row.Select(Cell)])]);

    private object? Cell(object? value) => value switch
    {
        ReportWord word => texts["Report.Word." + word.Key].Value,
        Money money => money.Minor / (double)money.Currency.Scale,
        _ => value,
    };

    private static string? UnitOf(ReportUnit unit, object? sample) => unit switch
    {
        ReportUnit.Bytes => "B",
        ReportUnit.BitsPerSecond => "bit/s",
        ReportUnit.Percent => "%",
        ReportUnit.Milliseconds => "ms",
        ReportUnit.Celsius => "°C",
        ReportUnit.Money => sample is Money money ? money.Currency.Code : Currency.Idr.Code,
        _ => null,
    };

    // The reader of the file need not read the language of the one who asked for it.
    private static T In<T>(string language, Func<CultureInfo, T> write)
    {
        var culture = CultureInfo.GetCultureInfo(language.StartsWith("id", StringComparison.OrdinalIgnoreCase) ? "id-ID" : "en-GB");
        var (before, beforeUi) = (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture);
        (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (culture, culture);
        try
        {
            return write(culture);
        }
        finally
        {
            (CultureInfo.CurrentCulture, CultureInfo.CurrentUICulture) = (before, beforeUi);
        }
    }
}
