using System.Globalization;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Web.Features.Monitoring.Api;
using IspPortal.Web.Features.Monitoring.Parts;
using IspPortal.Web.Shared.Api;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Monitoring;

/// <summary>/export/history.csv and /export/usage.csv: what the charts of a line or router show.</summary>
internal static class HistoryExports
{
    private const int MostPoints = 5_000;
    private const int MostMetrics = 4;

    public static void MapHistoryExports(this IEndpointRouteBuilder exports)
    {
        exports.MapGet("/history.csv", HistoryAsync);
        exports.MapGet("/usage.csv", UsageAsync);
    }

    private static async Task<IResult> HistoryAsync(HttpContext http, ListExport export, ISeriesReader reader, TimeProvider clock, IStringLocalizer<MonitoringTexts> texts)
    {
        var query = http.Request.Query;
        if (SeriesSubjectText.Parse(query["subject"].ToString()) is not { } subject)
        {
            return ApiResults.Malformed("subject");
        }

        var metrics = MetricsOf(query["metrics"].ToString());
        if (metrics.Length is 0 or > MostMetrics)
        {
            return ApiResults.Malformed("metrics");
        }

        var window = HistoryWindow.Of(query["range"].ToString(), query["since"].ToString(), query["until"].ToString(), null, clock.UtcNow());
        var reads = new List<SeriesResult>();
        foreach (var metric in metrics)
        {
            var read = await reader.QueryAsync(new SeriesQuery(subject, metric, window.FromUtc, window.ToUtc, MostPoints), http.RequestAborted);
            if (!read.Succeeded)
            {
                return ApiResults.Problem(read.Error);
            }

            reads.Add(read.Value);
        }

        var rows = reads[0].Points.Select((point, i) => (point.AtUtc, Points: reads.ConvertAll(r => i < r.Points.Count && r.Points[i].AtUtc == point.AtUtc ? r.Points[i] : new SeriesPoint(point.AtUtc, null, null)))).ToList();
        return await export.AnswerAsync<(DateTime AtUtc, List<SeriesPoint> Points)>(
            http,
            "history",
            null,
            zone =>
            [
                new($"{texts["Export.Until"]} ({zone.Id})", row => row.AtUtc),
                .. metrics.SelectMany((metric, i) => (CsvColumn<(DateTime AtUtc, List<SeriesPoint> Points)>[])
                [
                    new($"{texts["Metric." + metric]}, {texts["Average"]} ({texts["Unit." + MetricShow.UnitOf(metric)]})", row => Rounded(row.Points[i].Average * MetricShow.ScaleOf(metric))),
                    new($"{texts["Metric." + metric]}, {texts["Peak"]} ({texts["Unit." + MetricShow.UnitOf(metric)]})", row => Rounded(row.Points[i].Maximum * MetricShow.ScaleOf(metric))),
                ]),
            ],
            (page, _) => Task.FromResult(SliceOf(rows, page)));
    }

    private static async Task<IResult> UsageAsync(HttpContext http, ListExport export, IUsageDirectory usage, IBusinessClock business, IStringLocalizer<MonitoringTexts> texts)
    {
        if (!Guid.TryParse(http.Request.Query["access"].ToString(), out var accessId))
        {
            return ApiResults.Malformed("access");
        }

        var byMonth = http.Request.Query["by"].ToString() == "month";
        var read = await UsageTable.ReadAsync(usage, accessId, await business.TodayAsync(http.RequestAborted), byMonth, http.RequestAborted);
        if (!read.Succeeded)
        {
            return ApiResults.Problem(read.Error);
        }

        return await export.AnswerAsync<UsageDay>(
            http,
            "usage",
            null,
            _ =>
            [
                new(texts[byMonth ? "Month" : "Day"], row => row.On.ToString(byMonth ? "yyyy-MM" : "yyyy-MM-dd", CultureInfo.InvariantCulture)),
                new($"{texts["Metric.DownBytes"]} (B)", row => row.DownBytes),
                new($"{texts["Metric.UpBytes"]} (B)", row => row.UpBytes),
                new($"{texts["Sum"]} (B)", row => row.DownBytes + row.UpBytes),
                new($"{texts["Unseen"]} (s)", row => row.UnseenFor),
            ],
            (page, _) => Task.FromResult(SliceOf([.. read.Value], page)));
    }

    private static Metric[] MetricsOf(string text) =>
        [.. text.Split(',', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries).Select(word => Enum.TryParse<Metric>(word, ignoreCase: true, out var metric) && Enum.IsDefined(metric) ? metric : default).Where(metric => metric != default).Distinct()];

    private static double? Rounded(double? value) => value is { } known ? Math.Round(known, 2) : null;

    private static Result<Page<T>> SliceOf<T>(List<T> rows, PageRequest page) => Page<T>.Of([.. rows.Skip(page.Skip).Take(page.Take)], page, rows.Count);
}
