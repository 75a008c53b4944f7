using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>/api/v1/on-call</summary>
internal static class OnCallEndpoints
{
    public static void MapOnCall(this IEndpointRouteBuilder api)
    {
        var desk = api.MapGroup("/on-call").WithTags("Alerts");

        desk.MapGet("/", GetAsync).WithName("getOnCall").Needs(AlertPermissions.AlertsRead)
            .WithSummary("Who is on call now and in the eight weeks to come, the rota, and who can be told")
            .Produces<OnCallBoard>();

        desk.MapPut("/rota", SaveAsync).WithName("saveOnCallRota").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Set the rota")
            .WithDescription("The version is that of the board; 0 when there was no rota yet. Without members nobody is on call.")
            .Produces<OnCallBoard>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        desk.MapPost("/stand-ins", StandInAsync).WithName("addStandIn").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Let somebody stand in")
            .WithDescription("For at most 60 days. Answers the board, whose turns carry the id to take it back by.")
            .Produces<OnCallBoard>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

        desk.MapDelete("/stand-ins/{id}", RemoveStandInAsync).WithName("removeStandIn").Needs(AlertPermissions.AlertsConfigure)
            .WithSummary("Take back that somebody stands in")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> GetAsync(IOnCallDesk desk, CancellationToken cancellationToken) => ApiResults.Ok(await desk.GetAsync(cancellationToken), static board => board);

    private static async Task<IResult> SaveAsync(OnCallRotaBody body, IOnCallDesk desk, CancellationToken cancellationToken)
    {
        if (body is not { Version: { } version, StartsOn: { } start })
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : "startsOn", "common.required"));
        }

        var saved = await desk.SaveAsync(version, new SaveOnCallRequest(start, body.HandOverAt ?? new TimeOnly(8, 0), body.Weeks ?? 1, body.Members ?? []), cancellationToken);
        return saved.Succeeded ? await GetAsync(desk, cancellationToken) : ApiResults.Problem(saved.Error);
    }

    private static async Task<IResult> StandInAsync(StandInBody body, IOnCallDesk desk, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body is not { UserId: { } who, FromUtc: { } from, ToUtc: { } to })
        {
            return ApiResults.Problem(ApiErrors.Field(body.UserId is null ? "userId" : body.FromUtc is null ? "fromUtc" : "toUtc", "common.required"));
        }

        var added = await desk.StandInAsync(Ids.New(clock), new StandInRequest(who, from.ToUniversalTime(), to.ToUniversalTime(), body.Reason), cancellationToken);
        var board = added.Succeeded ? await desk.GetAsync(cancellationToken) : added.Error;
        return board.Succeeded ? TypedResults.Created("/api/v1/on-call", board.Value) : ApiResults.Problem(board.Error);
    }

    private static async Task<IResult> RemoveStandInAsync(Guid id, IOnCallDesk desk, CancellationToken cancellationToken) => ApiResults.NoContent(await desk.RemoveStandInAsync(id, cancellationToken));
}
