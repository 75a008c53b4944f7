using System.ComponentModel;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Levels;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>/api/v1/optical-readings, optical-levels and optical-causes.</summary>
internal static class LevelEndpoints
{
    private static readonly string[] Sorts = ["missing", "measured", "serial", "odp"];
    private static readonly string[] NoSorts = [];

    public static void MapLevels(this IEndpointRouteBuilder api)
    {
        api.MapPost("/optical-readings", RecordAsync).WithTags("Light").WithName("recordOpticalReadings").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Keep what ONTs measured: all readings or none")
            .WithDescription("The same serial number at the same moment is one reading, however often it is sent. What is wrong with one is said at the field readings[n], from 0.")
            .Produces<RecordedReadings>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/optical-readings", TrendAsync).WithTags("Light").WithName("listOpticalReadings").Needs(MappingPermissions.MapRead)
            .WithSummary("List the latest 500 readings of one ONT in order of time")
            .WithDescription("ontSerial is required.")
            .AnswersPage<LevelPoint>();

        api.MapGet("/optical-levels", ListAsync).WithTags("Light").WithName("listOpticalLevels").Needs(MappingPermissions.MapRead)
            .WithSummary("List ONTs by how much light they lack")
            .WithDescription("Search finds parts of serial number, ODP and user name. Sorts: missing (default, the darkest first), measured, serial, odp.")
            .AnswersPage<LevelRow>();

        api.MapGet("/optical-causes", CausesAsync).WithTags("Light").WithName("listOpticalCauses").Needs(MappingPermissions.MapRead)
            .WithSummary("List the smallest set of things that explains the lines that are too dark")
            .AnswersPage<LevelCauseResource>();
    }

    private static async Task<IResult> RecordAsync(RecordReadingsBody body, IOpticalReadings readings, CancellationToken cancellationToken) => body.Readings is null
        ? ApiResults.Problem(ApiErrors.Field("readings", "common.required"))
        : ApiResults.Ok(await readings.RecordAsync([.. body.Readings.Select(r => (r ?? new ReadingBody()).ToReading())], cancellationToken), static recorded => recorded);

    private static async Task<IResult> TrendAsync([AsParameters] ListParameters list, [FromQuery, Description("The ONT; required.")] string? ontSerial, IOpticalLevels levels, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return !page.Succeeded || string.IsNullOrWhiteSpace(ontSerial)
            ? ApiResults.Problem(page.Error ?? ApiErrors.Field("ontSerial", "common.required"))
            : ApiResults.Ok(await levels.TrendAsync(ontSerial, cancellationToken), trend => ApiPage.Cut(trend.Points, page.Value, static _ => "", static point => point));
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only at this ODP.")] Guid? odpId,
        [FromQuery, Description("Only below this OLT.")] Guid? oltId,
        [FromQuery, Description("Only those that are too dark, or only the others.")] bool? isBad,
        IOpticalLevels levels,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        return page.Succeeded ? ApiResults.Page(await levels.ListAsync(new LevelFilter(odpId, oltId, isBad), page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> CausesAsync([AsParameters] ListParameters list, IOpticalLevels levels, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded
            ? ApiResults.Ok(await levels.ListCausesAsync(cancellationToken), all => ApiPage.Cut(all, page.Value, static cause => cause.Suspects[0].Name, LevelCauseResource.Of))
            : ApiResults.Problem(page.Error);
    }
}
