using IspPortal.Core.Common;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Charts;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Dashboards.Parts;

/// <summary>Figures and names of widgets as this reader reads them.</summary>
internal sealed class WidgetWords(ReaderFormat format, IStringLocalizer<DashboardsTexts> texts)
{
    private const double BitsPerByte = 8;

    public static string IconOf(WidgetKind kind) => kind switch
    {
        WidgetKind.Number => "pin",
        WidgetKind.Chart => "show_chart",
        WidgetKind.Table => "format_list_numbered",
        WidgetKind.Map => "map",
        WidgetKind.Gauge => "speed",
        WidgetKind.Status => "checklist",
        _ => "notifications",
    };

    public static Tone ToneOf(WidgetStanding standing) => standing switch
    {
        WidgetStanding.Good => Tone.Good,
        WidgetStanding.Warning => Tone.Warning,
        WidgetStanding.Bad => Tone.Bad,
        _ => Tone.Neutral,
    };

    /// <summary>Whether a figure is past its limits; where the warning lies above the critical one, less is worse.</summary>
    public static string? ToneOf(DashboardWidget widget, double? value)
    {
        if (value is not { } known)
        {
            return null;
        }

        var lessIsWorse = widget is { Warning: { } warning, Critical: { } critical } && warning > critical;
        bool Past(double? limit) => limit is { } set && (lessIsWorse ? known <= set : known >= set);
        return Past(widget.Critical) ? "bad" : Past(widget.Warning) ? "warning" : null;
    }

    /// <summary>In what limits and scales of that metric are typed: bits per second for bytes.</summary>
    public static double ToShown(Metric metric, double value, bool isSum = false) =>
        MetricCatalog.Of(metric) is { Unit: MetricUnit.Bytes } && !isSum ? value * BitsPerByte : value;

    public static ChartUnit UnitOf(Metric metric) => MetricCatalog.Of(metric).Unit switch
    {
        MetricUnit.Bytes => ChartUnit.BitsPerSecond,
        MetricUnit.Percent => ChartUnit.Percent,
        MetricUnit.Celsius => ChartUnit.Celsius,
        MetricUnit.Volts => ChartUnit.Volts,
        MetricUnit.Dbm => ChartUnit.Dbm,
        MetricUnit.Milliseconds => ChartUnit.Milliseconds,
        MetricUnit.Seconds => ChartUnit.Seconds,
        _ => ChartUnit.Count,
    };

    /// <summary>A value of a series: counters as rates, or as their growth where it is a sum.</summary>
    public Quantity Value(Metric metric, double? value, bool isSum = false)
    {
        if (value is not { } known)
        {
            return Quantity.Unknown;
        }

        var definition = MetricCatalog.Of(metric);
        return definition.Unit switch
        {
            MetricUnit.Bytes => isSum ? format.Bytes((long)known) : format.BitRate((long)(known * BitsPerByte)),
            MetricUnit.Percent => format.Percent(known),
            MetricUnit.Celsius => Plain(known, "°C"),
            MetricUnit.Volts => new Quantity(known.ToString("0.0", format.Culture), "V"),
            MetricUnit.Dbm => new Quantity(known.ToString("0.0", format.Culture), "dBm"),
            MetricUnit.Milliseconds => new Quantity(known.ToString(known < 10 ? "0.0" : "0", format.Culture), "ms"),
            MetricUnit.Seconds => new Quantity(format.Duration(TimeSpan.FromSeconds(known)), ""),
            _ when definition.Kind == MetricKind.Counter && !isSum => new Quantity(known.ToString("0.##", format.Culture), "/s"),
            _ => Plain(known, ""),
        };
    }

    public string TitleOf(DashboardWidget widget) => widget switch
    {
        { Title.Length: > 0 } => widget.Title,
        { Kind: WidgetKind.Number or WidgetKind.Gauge, Sources.Count: > 0, Summary: WidgetSummary.Latest } => texts["Metric." + widget.Sources[0].Metric],
        { Kind: WidgetKind.Number or WidgetKind.Gauge, Sources.Count: > 0 } => $"{texts["Metric." + widget.Sources[0].Metric].Value} · {texts["Summary." + widget.Summary].Value}",
        { Kind: WidgetKind.Chart, Sources.Count: > 0 } => string.Join(", ", widget.Sources.Select(source => texts["Metric." + source.Metric].Value).Distinct(StringComparer.Ordinal)),
        { Kind: WidgetKind.Table, RankBy: { } metric } => texts["TopBy", texts["Metric." + metric].Value],
        { Kind: WidgetKind.Status, StatusOf: { } of } => texts["StatusOf." + of],
        _ => texts["Kind." + widget.Kind],
    };

    /// <summary>The word of a line: its label, or what may be said of it.</summary>
    public string LineName(WidgetLine line, int place) =>
        line.Source.Kind == SeriesSubjectKind.Network && line.Label is null ? texts["Metric." + line.Source.Metric]
        : $"{line.Label ?? texts["Anonymous", (place + 1).ToString(format.Culture)].Value} · {texts["Metric." + line.Source.Metric].Value}";

    public string RankName(WidgetRank rank, int place) => rank.Name ?? texts["Anonymous", (place + 1).ToString(format.Culture)];

    public static string? HrefOf(WidgetRank rank) => rank.Id == Guid.Empty ? null : rank.Kind switch
    {
        SeriesSubjectKind.Access => $"subscribers/{rank.Id}",
        SeriesSubjectKind.Router or SeriesSubjectKind.Interface or SeriesSubjectKind.Pool or SeriesSubjectKind.Probe or SeriesSubjectKind.WirelessClient or SeriesSubjectKind.Dialer => $"routers/{rank.Id}",
        _ => null,
    };

    private Quantity Plain(double value, string unit) => new(value.ToString(Math.Abs(value) is > 0 and < 10 && value != Math.Floor(value) ? "0.#" : "N0", format.Culture), unit);
}
