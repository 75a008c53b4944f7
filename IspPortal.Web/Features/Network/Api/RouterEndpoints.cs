using System.ComponentModel;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/routers</summary>
internal static class RouterEndpoints
{
    private static readonly string[] Sorts = ["name", "host", "site", "state", "version", "cpu", "sessions", "down", "up", "lastSeen"];

    public static void MapRouters(this IEndpointRouteBuilder api)
    {
        var routers = api.MapGroup("/routers").WithTags("Routers");

        routers.MapGet("/", ListAsync).WithName("listRouters").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List routers")
            .WithDescription("Search looks at name, host, site and identity. Sorts: name, host, site, state, version, cpu, sessions, down, up, lastSeen.")
            .AnswersPage<RouterResource>();

        routers.MapGet("/{id}", GetAsync).WithName("getRouter").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("Read one router")
            .Produces<RouterDetailsResource>().Fails(StatusCodes.Status404NotFound);

        routers.MapPost("/", AddAsync).WithName("addRouter").Needs(NetworkPermissions.RoutersWrite).NeedsIdempotencyKey()
            .WithSummary("Add a router and start polling it")
            .Produces<RouterDetailsResource>(StatusCodes.Status201Created);

        routers.MapPut("/{id}", ChangeAsync).WithName("changeRouter").Needs(NetworkPermissions.RoutersWrite)
            .WithSummary("Change a router")
            .WithDescription("The whole router is given; a field that is left out is emptied, the password excepted: null keeps it. version is required.")
            .Produces<RouterDetailsResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        routers.MapDelete("/{id}", RemoveAsync).WithName("removeRouter").Needs(NetworkPermissions.RoutersWrite)
            .WithSummary("Take a router out of the lists")
            .WithDescription("Its history stays. The query's reason is required and stands in the audit. Refused while the router serves lines; with `endLines` those that no other router has end with it (`accesses.write`), except lines of subscriptions (network.router_serves_subscriptions): they are moved or ended there.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        routers.MapPost("/{id}/enable", EnableAsync).WithName("enableRouter").Needs(NetworkPermissions.RoutersWrite).NeedsIdempotencyKey()
            .WithSummary("Start polling a router")
            .Produces<RouterDetailsResource>().Fails(StatusCodes.Status404NotFound);

        routers.MapPost("/{id}/disable", DisableAsync).WithName("disableRouter").Needs(NetworkPermissions.RoutersWrite).NeedsIdempotencyKey()
            .WithSummary("Stop polling a router")
            .Produces<RouterDetailsResource>().Fails(StatusCodes.Status404NotFound);

        routers.MapPost("/{id}/test", TestAsync).WithName("testRouter").Needs(NetworkPermissions.RoutersWrite).NeedsIdempotencyKey()
            .WithSummary("Connect once with the stored values")
            .WithDescription("Stores nothing. 502 or 504 when the router cannot be reached; the code says why, cause holds the router's own words.")
            .Produces<RouterTestResource>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        routers.MapGet("/{id}/certificate", CertificateAsync).WithName("readRouterCertificate").Needs(NetworkPermissions.RoutersWrite)
            .WithSummary("Read which certificate a router shows now, beside the trusted one")
            .WithDescription("The password is not sent.")
            .Produces<PresentedCertificate>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        routers.MapPost("/{id}/trust-certificate", TrustAsync).WithName("trustRouterCertificate").Needs(NetworkPermissions.RoutersWrite).NeedsIdempotencyKey()
            .WithSummary("Trust the certificate that a router shows now")
            .WithDescription("The fingerprint must be the one that the router shows; the reason is kept in the audit.")
            .Produces<RouterDetailsResource>()
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<IResult> TrustAsync(Guid id, TrustCertificateBody body, IRouterEditor editor, IRouterDirectory directory, CancellationToken cancellationToken)
    {
        var trusted = await editor.TrustCertificateAsync(id, body.CertificateSha256 ?? "", body.Reason ?? "", cancellationToken);
        return trusted.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(trusted.Error);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only routers in this state.")] EnumWord<RouterState>? state,
        IRouterDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wanted = state.Read("state");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wanted.Succeeded ? ApiResults.Problem(wanted.Error)
            : ApiResults.Page(await directory.ListAsync(new RouterFilter(wanted.Value), page.Value, cancellationToken), RouterResource.Of);
    }

    private static async Task<IResult> GetAsync(Guid id, IRouterDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static details => new RouterDetailsResource(details));

    private static async Task<IResult> AddAsync(SaveRouterBody body, IRouterEditor editor, IRouterDirectory directory, CancellationToken cancellationToken)
    {
        var added = await editor.AddAsync(body.ToRequest(), cancellationToken);
        if (!added.Succeeded)
        {
            return ApiResults.Problem(added.Error);
        }

        var details = await directory.GetAsync(added.Value, cancellationToken);
        return details.Succeeded
            ? TypedResults.Created($"/api/v1/routers/{added.Value}", new RouterDetailsResource(details.Value))
            : ApiResults.Problem(details.Error);
    }

    private static async Task<IResult> ChangeAsync(Guid id, SaveRouterBody body, IRouterEditor editor, IRouterDirectory directory, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var changed = await editor.UpdateAsync(id, version, body.ToRequest(), cancellationToken);
        return changed.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(changed.Error);
    }

    private static async Task<IResult> RemoveAsync(
        Guid id,
        [FromQuery, Description("Why it goes, up to 500 characters.")] string? reason,
        [FromQuery, Description("Whether lines that only it has end with it.")] bool? endLines,
        IRouterEditor editor,
        CancellationToken cancellationToken) =>
        ApiResults.NoContent(await editor.RemoveAsync(id, reason ?? "", endLines ?? false, cancellationToken));

    private static Task<IResult> EnableAsync(Guid id, IRouterEditor editor, IRouterDirectory directory, CancellationToken cancellationToken) =>
        SwitchAsync(id, true, editor, directory, cancellationToken);

    private static Task<IResult> DisableAsync(Guid id, IRouterEditor editor, IRouterDirectory directory, CancellationToken cancellationToken) =>
        SwitchAsync(id, false, editor, directory, cancellationToken);

    private static async Task<IResult> SwitchAsync(Guid id, bool enabled, IRouterEditor editor, IRouterDirectory directory, CancellationToken cancellationToken)
    {
        var switched = await editor.SetEnabledAsync(id, enabled, cancellationToken);
        return switched.Succeeded ? await GetAsync(id, directory, cancellationToken) : ApiResults.Problem(switched.Error);
    }

    private static async Task<IResult> CertificateAsync(Guid id, IRouterEditor editor, CancellationToken cancellationToken) =>
        ApiResults.Ok(await editor.ReadCertificateAsync(id, cancellationToken), static certificate => certificate);

    private static async Task<IResult> TestAsync(Guid id, IRouterEditor editor, IRouterDirectory directory, CancellationToken cancellationToken)
    {
        var stored = await directory.GetAsync(id, cancellationToken);
        if (!stored.Succeeded)
        {
            return ApiResults.Problem(stored.Error);
        }

        var (row, username) = (stored.Value.Row, stored.Value.Username);
        var request = new SaveRouterRequest(row.Name, row.Host, row.Port, row.UseTls, username, Password: null) { CapacitySessions = stored.Value.CapacitySessions };
        return ApiResults.Ok(await editor.TestAsync(id, request, cancellationToken), RouterTestResource.Of);
    }
}
