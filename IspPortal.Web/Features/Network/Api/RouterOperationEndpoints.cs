using System.ComponentModel;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Operations;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/routers/{id}/… and /api/v1/accesses/{id}/kick: what is read from a router and done on it by hand</summary>
internal static class RouterOperationEndpoints
{
    private static readonly int[] RouterFailures =
        [StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout];

    public static void MapRouterOperations(this IEndpointRouteBuilder api)
    {
        var routers = api.MapGroup("/routers/{id}").WithTags("Routers");

        routers.MapGet("/tables/{key}", ReadAsync).WithName("readRouterTable").Needs(NetworkPermissions.RoutersOperate)
            .WithSummary("Read a table of a router, now")
            .WithDescription("Tables: " + string.Join(", ", RouterTables.All.Select(table => table.Key)) + ". Search looks at every column; sorts are the router's property names. Passwords are in none of them.")
            .Produces<RouterTableResource>().Fails(RouterFailures);

        routers.MapPost("/tables/{key}/enable", EnableAsync).WithName("enableRouterItem").Needs(NetworkPermissions.RoutersChange).NeedsIdempotencyKey()
            .WithSummary("Switch an item on").Produces(StatusCodes.Status204NoContent).Fails(RouterFailures);
        routers.MapPost("/tables/{key}/disable", DisableAsync).WithName("disableRouterItem").Needs(NetworkPermissions.RoutersChange).NeedsIdempotencyKey()
            .WithSummary("Switch an item off; needs a reason").Produces(StatusCodes.Status204NoContent).Fails(RouterFailures);
        routers.MapPost("/tables/{key}/change-password", ChangePasswordAsync).WithName("changeRouterItemPassword").Needs(NetworkPermissions.RoutersChange).NeedsIdempotencyKey()
            .WithSummary("Change the password of an account; needs a reason").Produces(StatusCodes.Status204NoContent).Fails(RouterFailures);
        routers.MapPost("/tables/{key}/kick", KickItemAsync).WithName("kickRouterItem").Needs(NetworkPermissions.SessionsKick).NeedsIdempotencyKey()
            .WithSummary("End a session").Produces(StatusCodes.Status204NoContent).Fails(RouterFailures);
        routers.MapPost("/ping", PingAsync).WithName("pingFromRouter").Needs(NetworkPermissions.RoutersOperate).NeedsIdempotencyKey()
            .WithSummary("Ping an address from a router").WithDescription("Answers when all echoes are through.").Produces<IReadOnlyList<PingReplyResource>>().Fails(RouterFailures);
        routers.MapPost("/traceroute", TraceAsync).WithName("traceFromRouter").Needs(NetworkPermissions.RoutersOperate).NeedsIdempotencyKey()
            .WithSummary("Trace the way to an address from a router").Produces<IReadOnlyList<TraceHopResource>>().Fails(RouterFailures);

        api.MapPost("/accesses/{id}/kick", KickAsync).WithName("kickAccess").WithTags("Accesses").Needs(NetworkPermissions.SessionsKick).NeedsIdempotencyKey()
            .WithSummary("End the live sessions of a line").Produces<KickResource>().Fails(RouterFailures);
    }

    private static async Task<IResult> ReadAsync(Guid id, string key, [AsParameters] ListParameters list, IRouterTableReader reader, CancellationToken cancellationToken)
    {
        if (RouterTables.Find(key) is not { } table)
        {
            return ApiResults.Problem(OperationErrors.NoSuchTable(key));
        }

        var page = list.Read([.. table.Columns.Select(column => column.Property)]);
        return page.Succeeded
            ? ApiResults.Ok(await reader.ReadAsync(id, key, page.Value, cancellationToken), read => RouterTableResource.Of(table, read))
            : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> EnableAsync(Guid id, string key, RouterItemBody body, IRouterOperations operations, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await operations.SetEnabledAsync(id, body.ToRequest(key), true, body.Reason, cancellationToken));

    private static async Task<IResult> DisableAsync(Guid id, string key, RouterItemBody body, IRouterOperations operations, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await operations.SetEnabledAsync(id, body.ToRequest(key), false, body.Reason, cancellationToken));

    private static async Task<IResult> ChangePasswordAsync(Guid id, string key, RouterItemBody body, IRouterOperations operations, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await operations.SetPasswordAsync(id, body.ToRequest(key), body.Password ?? "", body.Reason ?? "", cancellationToken));

    private static async Task<IResult> KickItemAsync(Guid id, string key, RouterItemBody body, IRouterOperations operations, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await operations.KickItemAsync(id, body.ToRequest(key), cancellationToken));

    private static async Task<IResult> PingAsync(Guid id, RouterToolBody body, IRouterTools tools, CancellationToken cancellationToken)
    {
        var replies = new List<PingReplyResource>();
        var done = await tools.PingAsync(
            id,
            body.Address ?? "",
            body.Count ?? 5,
            reply =>
            {
                replies.Add(PingReplyResource.Of(reply));
                return Task.CompletedTask;
            },
            cancellationToken);
        return done.Succeeded ? TypedResults.Ok<IReadOnlyList<PingReplyResource>>(replies) : ApiResults.Problem(done.Error);
    }

    private static async Task<IResult> TraceAsync(Guid id, RouterToolBody body, IRouterTools tools, CancellationToken cancellationToken)
    {
        IReadOnlyList<TraceHop> hops = [];
        var done = await tools.TraceAsync(
            id,
            body.Address ?? "",
            known =>
            {
                hops = known;
                return Task.CompletedTask;
            },
            cancellationToken);
        return done.Succeeded ? TypedResults.Ok<IReadOnlyList<TraceHopResource>>([.. hops.Select(TraceHopResource.Of)]) : ApiResults.Problem(done.Error);
    }

    private static async Task<IResult> KickAsync(
        Guid id, [FromQuery, Description("Where the session is; without it the line's own router.")] Guid? routerId, IRouterOperations operations, CancellationToken cancellationToken) =>
        ApiResults.Ok(await operations.KickAsync(id, routerId, cancellationToken), static ended => new KickResource(ended));
}
