using System.ComponentModel;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/sessions</summary>
internal static class SessionEndpoints
{
    private static readonly string[] Sorts = ["username", "router", "address", "callerId", "started", "down", "up"];

    public static void MapSessions(this IEndpointRouteBuilder api) =>
        api.MapGet("/sessions", ListAsync).WithTags("Sessions").WithName("listSessions").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("List live sessions of every router")
            .WithDescription("As of each router's last good poll; rows of routers that do not answer say isStale. "
                + "Search looks at username, address, caller id and router. Sorts: username, router, address, callerId, started, down, up.")
            .Produces<SessionListResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only sessions on this router.")] Guid? routerId,
        [FromQuery, Description("Only sessions of this service.")] EnumWord<AccessService>? service,
        [FromQuery, Description("Only sessions with at least this rate towards the customer.")] long? minDownBitsPerSecond,
        ISessionDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = service.Read("service");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Ok(
                await directory.ListAsync(new SessionFilter(routerId, wanted.Value, minDownBitsPerSecond), page.Value, cancellationToken),
                SessionListResource.Of);
    }
}
