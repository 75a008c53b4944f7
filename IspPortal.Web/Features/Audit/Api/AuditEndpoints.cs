using System.ComponentModel;
using IspPortal.Core.Audit;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Audit.Api;

/// <summary>/api/v1/audit</summary>
internal static class AuditEndpoints
{
    public static void MapAudit(this IEndpointRouteBuilder api)
    {
        var audit = api.MapGroup("/audit").WithTags("Audit");

        audit.MapGet("/", ListAsync).WithName("listAudit").Needs(AuditPermissions.AuditRead)
            .WithSummary("List who did what, newest first")
            .WithDescription("Search matches actor, entity, entity id and action from their beginning.")
            .AnswersPage<AuditRow>();

        audit.MapGet("/{id}", GetAsync).WithName("getAudit").Needs(AuditPermissions.AuditRead)
            .WithSummary("Read one line with what it changed")
            .Produces<AuditDetailsResource>().Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only what this user or API key did.")] Guid? actorId,
        [FromQuery, Description("Only this kind of thing, e.g. router.")] string? entity,
        [FromQuery, Description("Only this one thing.")] string? entityId,
        [FromQuery, Description("Only this action, e.g. changed.")] string? action,
        [FromQuery, Description("At or after. Without a zone it is UTC.")] DateTimeOffset? from,
        [FromQuery, Description("Before.")] DateTimeOffset? to,
        IAuditDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read();
        if (!page.Succeeded)
        {
            return ApiResults.Problem(page.Error);
        }

        var filter = new AuditFilter(actorId, entity, entityId, action, from?.UtcDateTime, to?.UtcDateTime);
        return ApiResults.Page(await directory.ListAsync(filter, page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IAuditDirectory directory, CancellationToken cancellationToken) =>
        ApiResults.Ok(await directory.FindAsync(id, cancellationToken), AuditDetailsResource.Of);
}
