using System.ComponentModel;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Events;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Events.Api;

/// <summary>/api/v1/events, /api/v1/routers/{id}/events and /api/v1/address-history</summary>
internal static class EventEndpoints
{
    private const string Reach = "The list ends at 10,000 rows: when more match, totalCount is 10000 and totalIsAtLeast true; ask for older ones with to.";

    public static void MapEvents(this IEndpointRouteBuilder api)
    {
        api.MapGet("/events", ListAsync).WithName("listEvents").WithTags("Events").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("List what happened on routers, newest first").WithDescription(Reach).AnswersPage<RouterEventRow>();
        api.MapGet("/routers/{id}/events", ListOfRouterAsync).WithName("listRouterEvents").WithTags("Routers").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("List what happened on one router, newest first").WithDescription(Reach).AnswersPage<RouterEventRow>();
        api.MapGet("/address-history", WhoHadAsync).WithName("whoHadAddress").WithTags("Events").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("Who had an address at a moment").Produces<IReadOnlyList<AddressHolder>>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
    }

    private static Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only on this router.")] Guid? routerId,
        [FromQuery, Description("Only of this line.")] Guid? accessId,
        [FromQuery, Description("Only of this kind.")] EnumWord<RouterEventKind>? kind,
        [FromQuery, Description("At or after.")] DateTimeOffset? from,
        [FromQuery, Description("Before.")] DateTimeOffset? to,
        IRouterEvents events,
        CancellationToken cancellationToken) => AnswerAsync(list, routerId, accessId, kind, from, to, events, cancellationToken);

    private static Task<IResult> ListOfRouterAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only of this kind.")] EnumWord<RouterEventKind>? kind,
        [FromQuery, Description("At or after.")] DateTimeOffset? from,
        [FromQuery, Description("Before.")] DateTimeOffset? to,
        IRouterEvents events,
        CancellationToken cancellationToken) => AnswerAsync(list, id, null, kind, from, to, events, cancellationToken);

    private static async Task<IResult> WhoHadAsync(
        [FromQuery, Description("An IP address.")] string? address, [FromQuery, Description("The moment.")] DateTimeOffset? at, IRouterEvents events, CancellationToken cancellationToken) =>
        at is { } moment
            ? ApiResults.Ok(await events.WhoHadAsync(address ?? "", moment.UtcDateTime, cancellationToken), static found => found)
            : ApiResults.Problem(ApiErrors.Field("at", "common.required"));

    private static async Task<IResult> AnswerAsync(
        ListParameters list, Guid? routerId, Guid? accessId, EnumWord<RouterEventKind>? kind, DateTimeOffset? from, DateTimeOffset? to, IRouterEvents events, CancellationToken cancellationToken)
    {
        var page = list.Read();
        var wanted = kind.Read("kind");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(
                await events.ListAsync(new RouterEventFilter(routerId, accessId, wanted.Value, from?.UtcDateTime, to?.UtcDateTime), page.Value, cancellationToken), static row => row);
    }
}
