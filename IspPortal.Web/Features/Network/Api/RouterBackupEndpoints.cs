using System.ComponentModel;
using System.Text;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Backups;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Network.Api;

/// <summary>/api/v1/router-backups</summary>
internal static class RouterBackupEndpoints
{
    public static void MapRouterBackups(this IEndpointRouteBuilder api)
    {
        var backups = api.MapGroup("/router-backups").WithTags("Router backups");

        backups.MapGet("/", ListAsync).WithName("listRouterBackups").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("List versions of routers' configuration, the newest first")
            .WithDescription("Search looks at the author.")
            .AnswersPage<RouterBackupRow>();

        backups.MapGet("/{id}", GetAsync).WithName("getRouterBackup").Needs(NetworkPermissions.RoutersRead)
            .WithSummary("Read one version without its text")
            .Produces<RouterBackupRow>().Fails(StatusCodes.Status404NotFound);

        backups.MapGet("/{id}/text", TextAsync).WithName("readRouterBackupText").Needs(NetworkPermissions.RoutersOperate)
            .WithSummary("Read its text, without passwords")
            .Produces<string>(contentType: "text/plain").Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        backups.MapGet("/{id}/binary", BinaryAsync).WithName("readRouterBackupBinary").Needs(NetworkPermissions.RoutersWrite)
            .WithSummary("Fetch its binary form")
            .WithDescription("It holds the router's passwords; the audit says who fetched it.")
            .Produces<byte[]>(contentType: "application/octet-stream").Fails(StatusCodes.Status404NotFound);

        backups.MapGet("/{id}/difference", CompareAsync).WithName("compareRouterBackups").Needs(NetworkPermissions.RoutersOperate)
            .WithSummary("Compare it with an earlier version of the same router")
            .Produces<BackupComparison>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        backups.MapGet("/{id}/restorable", PreviewAsync).WithName("previewRouterRestore").Needs(NetworkPermissions.RoutersApply)
            .WithSummary("Say what of it the router no longer holds, or holds otherwise")
            .WithDescription("items: what is the portal's and a plan can bring back. commands: everything else, to be copied by a person.")
            .Produces<RestorePreview>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        backups.MapPost("/", TakeAsync).WithName("takeRouterBackup").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Take a version now")
            .Produces<RouterBackupRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);

        backups.MapPost("/{id}/restore", RestoreAsync).WithName("restoreRouterBackup").Needs(NetworkPermissions.RoutersApply).NeedsIdempotencyKey()
            .WithSummary("Make the plan that brings items back")
            .WithDescription("Writes nothing to the router: the plan is looked at and applied like any other. Items that are not the portal's are refused.")
            .Produces<MadePlanResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity, StatusCodes.Status502BadGateway, StatusCodes.Status504GatewayTimeout);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only versions of this router.")] Guid? routerId,
        [FromQuery, Description("Only good versions (true) or failed attempts (false).")] bool? good,
        IRouterBackups backups,
        CancellationToken cancellationToken)
    {
        var page = list.Read();
        return page.Succeeded
            ? ApiResults.Page(await backups.ListAsync(new RouterBackupFilter(routerId, good), page.Value, cancellationToken), static row => row)
            : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> GetAsync(Guid id, IRouterBackups backups, CancellationToken cancellationToken) =>
        ApiResults.Ok(await backups.GetAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> TextAsync(Guid id, IRouterBackups backups, CancellationToken cancellationToken)
    {
        var text = await backups.ReadTextAsync(id, cancellationToken);
        return text.Succeeded ? TypedResults.Text(text.Value, "text/plain", Encoding.UTF8) : ApiResults.Problem(text.Error);
    }

    private static async Task<IResult> BinaryAsync(Guid id, IRouterBackups backups, CancellationToken cancellationToken)
    {
        var bytes = await backups.ReadBinaryAsync(id, cancellationToken);
        return bytes.Succeeded ? TypedResults.File(bytes.Value, "application/octet-stream", $"{id:N}.backup") : ApiResults.Problem(bytes.Error);
    }

    private static async Task<IResult> CompareAsync(
        Guid id, [FromQuery, Description("The earlier version.")] Guid? from, IRouterBackups backups, CancellationToken cancellationToken) =>
        from is { } earlier
            ? ApiResults.Ok(await backups.CompareAsync(earlier, id, cancellationToken), static comparison => comparison)
            : ApiResults.Problem(ApiErrors.Field("from", "common.required"));

    private static async Task<IResult> PreviewAsync(Guid id, IRouterBackups backups, CancellationToken cancellationToken) =>
        ApiResults.Ok(await backups.PreviewRestoreAsync(id, cancellationToken), static preview => preview);

    private static async Task<IResult> TakeAsync(TakeBackupBody body, IRouterBackups backups, CancellationToken cancellationToken)
    {
        if (body.RouterId is not { } routerId)
        {
            return ApiResults.Problem(ApiErrors.Field("routerId", "common.required"));
        }

        var taken = await backups.TakeAsync(routerId, cancellationToken);
        var row = taken.Succeeded ? await backups.GetAsync(taken.Value, cancellationToken) : taken.Error;
        return row.Succeeded ? TypedResults.Created($"/api/v1/router-backups/{taken.Value}", row.Value) : ApiResults.Problem(row.Error);
    }

    private static async Task<IResult> RestoreAsync(Guid id, RestoreBody body, IRouterBackups backups, CancellationToken cancellationToken)
    {
        var plan = await backups.RestoreAsync(id, body.Items ?? [], cancellationToken);
        return plan.Succeeded ? TypedResults.Created($"/api/v1/access-plans/{plan.Value}", new MadePlanResource(plan.Value)) : ApiResults.Problem(plan.Error);
    }
}
