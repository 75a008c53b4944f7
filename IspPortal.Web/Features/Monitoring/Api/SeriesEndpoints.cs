using System.ComponentModel;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Monitoring.Api;

/// <summary>/api/v1/series</summary>
internal static class SeriesEndpoints
{
    private const int MaxPoints = 5_000;
    private const int DefaultPoints = 300;

    private static readonly TimeSpan DefaultSpan = TimeSpan.FromHours(1);

    public static void MapSeries(this IEndpointRouteBuilder api) =>
        api.MapGet("/series", QueryAsync).WithTags("Series").WithName("querySeries").Needs(MonitoringPermissions.MonitoringRead)
            .WithSummary("Read one figure over time")
            .WithDescription("A chart asks for as many points as it has pixels; the step follows. A subject without data gives gaps, not an error.")
            .Produces<SeriesResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> QueryAsync(
        [FromQuery, Description("access:{id}, router:{id}, interface:{routerId}:{name}, pool:{routerId}:{name}, probe:{routerId}:{target}, wirelessClient:{routerId}:{mac} or network.")] string? subject,
        [FromQuery, Description("Which figure.")] EnumWord<Metric>? metric,
        [FromQuery, Description("Start, inclusive; one hour before to by default. Without a zone it is UTC.")] DateTimeOffset? from,
        [FromQuery, Description("End, exclusive; now by default.")] DateTimeOffset? to,
        [FromQuery, Description("1 to 5,000, default 300.")] int? points,
        ISeriesReader series,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var asked = SeriesQuestion.Read(subject, metric, from, to, clock, DefaultSpan);
        if (!asked.Succeeded)
        {
            return asked.Error.Code == "common.malformed" ? ApiResults.Malformed("subject") : ApiResults.Problem(asked.Error);
        }

        if (points is < 1 or > MaxPoints)
        {
            return ApiResults.Problem(ApiErrors.Field("points", "common.out_of_range", 1, MaxPoints));
        }

        var question = asked.Value;
        var query = new SeriesQuery(question.Subject, question.Metric, question.FromUtc, question.ToUtc, points ?? DefaultPoints);
        return ApiResults.Ok(
            await series.QueryAsync(query, cancellationToken),
            result => new SeriesResource(
                subject!, question.Metric, SeriesResource.UnitOf(question.Metric), question.FromUtc, question.ToUtc, result.Step.TotalSeconds, result.Points));
    }
}
