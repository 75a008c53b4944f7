using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Web.Features.Monitoring.Parts;
using IspPortal.Web.Shared.Export;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Monitoring;

/// <summary>/export/top-talkers.csv, /capacity.csv, /router-availability.csv and /line-availability.csv</summary>
internal static class AnalyticsExports
{
    public static void MapAnalyticsExports(this IEndpointRouteBuilder exports)
    {
        exports.MapGet("/top-talkers.csv", TopAsync);
        exports.MapGet("/capacity.csv", CapacityAsync);
        exports.MapGet("/router-availability.csv", RoutersAsync);
        exports.MapGet("/line-availability.csv", LinesAsync);
    }

    private static Task<IResult> TopAsync(HttpContext http, ListExport export, ITopTalkers talkers, TimeProvider clock, IStringLocalizer<MonitoringTexts> texts) => export.AnswerAsync<TopTalkerRow>(
        http,
        "top-talkers",
        null,
        _ =>
        [
            new(texts["Place"], row => row.Place),
            new(texts["Line"], row => row.Username),
            new(texts["Router"], row => row.RouterName),
            new($"{texts["Metric.DownBytes"]} (B)", row => row.DownBytes),
            new($"{texts["Metric.UpBytes"]} (B)", row => row.UpBytes),
            new($"{texts["Sum"]} (B)", row => row.Bytes),
            new($"{texts["Peak"]} (bit/s)", row => (long)row.PeakBitsPerSecond),
            new($"{texts["Seen"]} (s)", row => row.SeenFor),
        ],
        (page, cancellationToken) => AnalyticsPages.TopAsync(talkers, key => http.Request.Query[key].ToString(), clock, page, cancellationToken));

    private static Task<IResult> CapacityAsync(HttpContext http, ListExport export, ICapacityForecasts capacity, IStringLocalizer<MonitoringTexts> texts) => export.AnswerAsync<InterfaceCapacityRow>(
        http,
        "capacity",
        null,
        _ =>
        [
            new(texts["Router"], row => row.RouterName),
            new(texts["Interface"], row => row.Interface),
            new($"{texts["Carries"]} (bit/s)", row => row.SpeedBitsPerSecond),
            new($"{texts["BusyHourRate"]} (bit/s)", row => (long?)row.BusyHourBitsPerSecond),
            new($"{texts["UsedOf"]} (%)", row => row.UsedPercent is { } used ? Math.Round(used, 1) : null),
            new($"{texts["Growth"]} (bit/s)", row => (long?)row.Forecast.GrowthPerWeekBitsPerSecond),
            new(texts["FullOn"], row => row.Forecast.FullOn?.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)),
        ],
        (page, cancellationToken) => capacity.ListAsync(AnalyticsPages.RouterOf(key => http.Request.Query[key].ToString()), page, cancellationToken));

    private static Task<IResult> RoutersAsync(HttpContext http, ListExport export, IAvailabilityReports reports, TimeProvider clock, IStringLocalizer<MonitoringTexts> texts)
    {
        var (from, to) = AnalyticsPages.SpanOf(key => http.Request.Query[key].ToString(), clock);
        return export.AnswerAsync<RouterAvailabilityRow>(
            http,
            "router-availability",
            null,
            _ => [new(texts["Router"], row => row.RouterName), .. Times<RouterAvailabilityRow>(texts, row => row.Availability)],
            async (page, cancellationToken) =>
            {
                var found = await reports.ListRoutersAsync(from, to, cancellationToken);
                return found.Succeeded ? Page<RouterAvailabilityRow>.Of([.. found.Value.Skip(page.Skip).Take(page.Take)], page, found.Value.Count) : (Result<Page<RouterAvailabilityRow>>)found.Error;
            });
    }

    private static Task<IResult> LinesAsync(HttpContext http, ListExport export, IAvailabilityReports reports, TimeProvider clock, IStringLocalizer<MonitoringTexts> texts)
    {
        var (from, to) = AnalyticsPages.SpanOf(key => http.Request.Query[key].ToString(), clock);
        return export.AnswerAsync<LineAvailabilityRow>(
            http,
            "line-availability",
            null,
            _ => [new(texts["Line"], row => row.Username), new(texts["Router"], row => row.RouterName), .. Times<LineAvailabilityRow>(texts, row => row.Availability), new(texts["Losses"], row => row.Losses)],
            (page, cancellationToken) => reports.ListLinesAsync(AnalyticsPages.RouterOf(key => http.Request.Query[key].ToString()), from, to, page, cancellationToken));
    }

    private static IEnumerable<CsvColumn<TRow>> Times<TRow>(IStringLocalizer<MonitoringTexts> texts, Func<TRow, Availability> of) =>
    [
        new($"{texts["Availability"]} (%)", row => of(row).Percent is { } percent ? Math.Floor(percent * 1000) / 1000 : null),
        new($"{texts["UpFor"]} (s)", row => of(row).Up),
        new($"{texts["DownFor"]} (s)", row => of(row).Down),
        new($"{texts["Excused"]} (s)", row => of(row).Excused),
        new($"{texts["Unread"]} (s)", row => of(row).Unread),
    ];
}
