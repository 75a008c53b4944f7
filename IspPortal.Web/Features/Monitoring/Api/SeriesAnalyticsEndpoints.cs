using System.ComponentModel;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Monitoring.Usage;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>/api/v1/series/statistics, /api/v1/series/top and /api/v1/accesses/{id}/usage</summary>
internal static class SeriesAnalyticsEndpoints
{
    private const int MostRanks = 1_000;
    private const int DefaultRanks = 10;
    private const int DefaultDays = 30;

    private static readonly TimeSpan DefaultSpan = TimeSpan.FromHours(1);

    public static void MapSeriesAnalytics(this IEndpointRouteBuilder api)
    {
        api.MapGet("/series/statistics", StatisticsAsync).WithTags("Series").WithName("summariseSeries").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("Sum up one figure over a time: average, maximum, 95th percentile, growth")
            .WithDescription("Everything is null when nothing was read; what was not read is said in unseenSeconds.")
            .Produces<SeriesStatisticsResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/series/top", TopAsync).WithTags("Series").WithName("rankSeries").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("List the largest of a group over a time, largest first")
            .Produces<SeriesTopResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/accesses/{id}/usage", UsageAsync).WithTags("Accesses").WithName("readAccessUsage").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("Read what an access used, by business day")
            .WithDescription("The present day counts up to its last poll. A day without an entry was not read at all.")
            .Produces<AccessUsageResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> StatisticsAsync(
        [FromQuery, Description("As of /series.")] string? subject,
        [FromQuery, Description("Which figure.")] EnumWord<Metric>? metric,
        [FromQuery, Description("Start, inclusive; one hour before to by default. Without a zone it is UTC.")] DateTimeOffset? from,
        [FromQuery, Description("End, exclusive; now by default.")] DateTimeOffset? to,
        ISeriesAnalytics analytics,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var asked = SeriesQuestion.Read(subject, metric, from, to, clock, DefaultSpan);
        if (!asked.Succeeded)
        {
            return asked.Error.Code == "common.malformed" ? ApiResults.Malformed("subject") : ApiResults.Problem(asked.Error);
        }

        var question = asked.Value;
        return ApiResults.Ok(
            await analytics.StatisticsAsync(question.Subject, question.Metric, question.FromUtc, question.ToUtc, cancellationToken),
            found => new SeriesStatisticsResource(
                subject!,
                question.Metric,
                SeriesResource.UnitOf(question.Metric),
                question.FromUtc,
                question.ToUtc,
                found.Average,
                found.Maximum,
                found.Percentile95,
                found.Sum,
                found.SeenFor.TotalSeconds,
                found.UnseenFor.TotalSeconds));
    }

    private static async Task<IResult> TopAsync(
        [FromQuery, Description("Of which kind of subject; access by default.")] EnumWord<SeriesSubjectKind>? kind,
        [FromQuery, Description("Which figure.")] EnumWord<Metric>? metric,
        [FromQuery, Description("Start, inclusive; one hour before to by default. Without a zone it is UTC.")] DateTimeOffset? from,
        [FromQuery, Description("End, exclusive; now by default.")] DateTimeOffset? to,
        [FromQuery, Description("1 to 1,000, default 10.")] int? count,
        [FromQuery, Description("Only what this router told.")] Guid? routerId,
        ISeriesAnalytics analytics,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var group = kind.Read("kind");
        var asked = SeriesQuestion.ReadMetricAndTime(metric, from, to, clock, DefaultSpan);
        if (!group.Succeeded || !asked.Succeeded)
        {
            return ApiResults.Problem(group.Succeeded ? asked.Error! : group.Error);
        }

        if (count is < 1 or > MostRanks)
        {
            return ApiResults.Problem(ApiErrors.Field("count", "common.out_of_range", 1, MostRanks));
        }

        var query = new SeriesGroupQuery(group.Value ?? SeriesSubjectKind.Access, asked.Value.Metric, asked.Value.FromUtc, asked.Value.ToUtc, routerId);
        return ApiResults.Ok(
            await analytics.TopAsync(query, count ?? DefaultRanks, cancellationToken),
            ranks => new SeriesTopResource(query.Kind, query.Metric, query.FromUtc, query.ToUtc, [.. ranks.Select(SeriesTopItemResource.Of)]));
    }

    private static async Task<IResult> UsageAsync(
        Guid id,
        [FromQuery, Description("First day; 29 days before to by default.")] DateOnly? from,
        [FromQuery, Description("Last day, at most 1,100 days later; today by default.")] DateOnly? to,
        IUsageDirectory usage,
        IBusinessClock clock,
        CancellationToken cancellationToken)
    {
        var last = to ?? await clock.TodayAsync(cancellationToken);
        var first = from ?? last.AddDays(1 - DefaultDays);
        return first > last
            ? ApiResults.Problem(ApiErrors.Field("from", "common.not_before_to"))
            : ApiResults.Ok(await usage.DaysAsync(id, first, last, cancellationToken), days => AccessUsageResource.Of(first, last, days));
    }
}
