using System.ComponentModel;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/accesses</summary>
internal static class AccessEndpoints
{
    private static readonly string[] Sorts = ["username", "router", "service", "profile", "lastSeen"];

    public static void MapAccesses(this IEndpointRouteBuilder api)
    {
        var accesses = api.MapGroup("/accesses").WithTags("Accesses");

        accesses.MapGet("/", ListAsync).WithName("listAccesses").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("List accesses, online or not")
            .WithDescription("Search looks at username and comment. Sorts: username, router, service, profile, lastSeen.")
            .AnswersPage<AccessRow>();

        accesses.MapGet("/{id}", GetAsync).WithName("getAccess").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("Read one access and its live session")
            .Produces<AccessDetailsResource>().Fails(StatusCodes.Status404NotFound);

        accesses.MapGet("/{id}/sessions", ListSessionsAsync).WithName("listAccessSessions").Needs(NetworkPermissions.SessionsRead)
            .WithSummary("List past and present sessions of one access, newest first")
            .AnswersPage<SessionHistoryRow>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only accesses on this router.")] Guid? routerId,
        [FromQuery, Description("Only accesses of this service.")] EnumWord<AccessService>? service,
        IAccessDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = service.Read("service");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(await directory.ListAsync(new AccessFilter(routerId, wanted.Value), page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IAccessDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.GetAsync(id, cancellationToken), AccessDetailsResource.Of);

    private static async Task<IResult> ListSessionsAsync(Guid id, [AsParameters] ListParameters list, IAccessDirectory directory, CancellationToken cancellationToken)
    {
        var page = list.Read();
        return page.Succeeded
            ? ApiResults.Page(await directory.ListSessionsAsync(id, page.Value, cancellationToken), static row => row)
            : ApiResults.Problem(page.Error);
    }
}
