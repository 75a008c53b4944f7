using System.ComponentModel;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>/api/v1/top-talkers, /capacity, /availability and /busy-hours</summary>
internal static class AnalyticsEndpoints
{
    private const int DefaultPlaces = 50;
    private const int DefaultWeeks = 4;

    private static readonly string[] NoSorts = [];
    private static readonly TimeSpan DefaultSpan = TimeSpan.FromDays(30);

    public static void MapAnalytics(this IEndpointRouteBuilder api)
    {
        api.MapGet("/top-talkers", TopAsync).WithTags("Analytics").WithName("listTopTalkers").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("List the largest users of the last hour, day or week")
            .Produces<IReadOnlyList<TopTalkerResource>>().Fails(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/capacity", CapacityAsync).WithTags("Analytics").WithName("listCapacity").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("List how full interfaces are and when they will be full")
            .WithDescription("The trend is a straight line by least squares through the daily 95th percentiles of eight weeks; fewer than 14 days give none.")
            .AnswersPage<InterfaceCapacityRow>();
        api.MapGet("/availability/routers", RoutersAsync).WithTags("Analytics").WithName("listRouterAvailability").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("List how much of a time each router answered, the least reliable first")
            .Produces<IReadOnlyList<AvailabilityResource>>().Fails(StatusCodes.Status422UnprocessableEntity);
        api.MapGet("/availability/lines", LinesAsync).WithTags("Analytics").WithName("listLineAvailability").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("List how much of a time each line had a session")
            .WithDescription("Planned works, isolated, paused and held times count for nobody; what was not read is told apart.")
            .AnswersPage<AvailabilityResource>();
        api.MapGet("/busy-hours", BusyAsync).WithTags("Analytics").WithName("getBusyHours").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("Read when the week is busy, weekday by hour in the business zone")
            .Produces<BusyHoursReport>().Fails(StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> TopAsync(
        [FromQuery, Description("hour, day or week; default day.")] EnumWord<TopTalkersSpan>? span,
        [FromQuery, Description("both, down or up; default both.")] EnumWord<TrafficDirection>? direction,
        [FromQuery, Description("Only lines that this router told of.")] Guid? routerId,
        [FromQuery, Description("How many, 1–500, default 50.")] int? count,
        ITopTalkers talkers,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (wanted, way) = (span.Read("span"), direction.Read("direction"));
        return (wanted.Error ?? way.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Ok(await talkers.ListAsync(TopTalkersQuery.Of(wanted.Value ?? TopTalkersSpan.Day, clock.UtcNow(), way.Value ?? TrafficDirection.Both, routerId), count ?? DefaultPlaces, cancellationToken), static rows => rows.Select(TopTalkerResource.Of).ToList());
    }

    private static async Task<IResult> CapacityAsync([AsParameters] ListParameters list, [FromQuery, Description("Only this router's.")] Guid? routerId, ICapacityForecasts capacity, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await capacity.ListAsync(routerId, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> RoutersAsync(
        [FromQuery, Description("Start, inclusive; 30 days before to by default.")] DateTimeOffset? from,
        [FromQuery, Description("End, exclusive; now by default.")] DateTimeOffset? to,
        IAvailabilityReports availability,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (fromUtc, toUtc) = SpanOf(from, to, clock);
        return ApiResults.Ok(await availability.ListRoutersAsync(fromUtc, toUtc, cancellationToken), static rows => rows.Select(AvailabilityResource.Of).ToList());
    }

    private static async Task<IResult> LinesAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only those that this router serves.")] Guid? routerId,
        [FromQuery, Description("Start, inclusive; 30 days before to by default.")] DateTimeOffset? from,
        [FromQuery, Description("End, exclusive; now by default.")] DateTimeOffset? to,
        IAvailabilityReports availability,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        var (fromUtc, toUtc) = SpanOf(from, to, clock);
        return page.Succeeded ? ApiResults.Page(await availability.ListLinesAsync(routerId, fromUtc, toUtc, page.Value, cancellationToken), AvailabilityResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> BusyAsync(
        [FromQuery, Description("Of this router; default: the whole network.")] Guid? routerId,
        [FromQuery, Description("How many weeks back, 1–52, default 4.")] int? weeks,
        [FromQuery, Description("both, down or up; default both.")] EnumWord<TrafficDirection>? direction,
        IBusyHours hours,
        CancellationToken cancellationToken)
    {
        var way = direction.Read("direction");
        return way.Succeeded ? ApiResults.Ok(await hours.ReadAsync(routerId, weeks ?? DefaultWeeks, way.Value ?? TrafficDirection.Both, cancellationToken), static report => report) : ApiResults.Problem(way.Error);
    }

    private static (DateTime FromUtc, DateTime ToUtc) SpanOf(DateTimeOffset? from, DateTimeOffset? to, TimeProvider clock)
    {
        var toUtc = to?.UtcDateTime ?? clock.UtcNow();
        return (from?.UtcDateTime ?? (toUtc - DateTime.MinValue > DefaultSpan ? toUtc - DefaultSpan : DateTime.MinValue), toUtc);
    }
}
