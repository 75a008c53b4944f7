using System.ComponentModel;
using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Maintenance;
using IspPortal.Core.Common.Time;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>/api/v1/maintenance-windows</summary>
internal static class MaintenanceEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapMaintenance(this IEndpointRouteBuilder api)
    {
        var windows = api.MapGroup("/maintenance-windows").WithTags("Alerts");

        windows.MapGet("/", ListAsync).WithName("listMaintenanceWindows").Needs(AlertPermissions.AlertsRead)
            .WithSummary("List maintenance windows, running and planned ones first")
            .WithDescription("Search looks at the name and the reason.")
            .AnswersPage<MaintenanceRow>();

        windows.MapGet("/{id}", GetAsync).WithName("getMaintenanceWindow").Needs(AlertPermissions.AlertsRead)
            .WithSummary("Read one maintenance window")
            .Produces<MaintenanceRow>().Fails(StatusCodes.Status404NotFound);

        windows.MapPost("/", PlanAsync).WithName("planMaintenanceWindow").Needs(AlertPermissions.AlertsWrite)
            .WithSummary("Plan a maintenance window")
            .WithDescription("While it lasts alerts of what is worked on open muted, or not at all.")
            .Produces<MaintenanceRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        windows.MapPost("/{id}/end", EndAsync).WithName("endMaintenanceWindow").Needs(AlertPermissions.AlertsWrite)
            .WithSummary("End a maintenance window now, or call it off")
            .WithDescription("The body may be left out.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only those that stand so.")] EnumWord<MaintenanceState>? state,
        IMaintenanceDesk windows,
        CancellationToken cancellationToken)
    {
        var (page, wanted) = (list.Read(NoSorts), state.Read("state"));
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await windows.ListAsync(wanted.Value, page.Value, cancellationToken), static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IMaintenanceDesk windows, CancellationToken cancellationToken) => ApiResults.Ok(await windows.GetAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> PlanAsync(MaintenanceBody body, IMaintenanceDesk windows, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body is not { Target: { } target, FromUtc: { } from, ToUtc: { } to })
        {
            return ApiResults.Problem(ApiErrors.Field(body.Target is null ? "target" : body.FromUtc is null ? "fromUtc" : "toUtc", "common.required"));
        }

        var id = Ids.New(clock);
        var planned = await windows.PlanAsync(id, new(target, body.RouterId, body.Site, body.Mode ?? MaintenanceMode.Muted, from.ToUniversalTime(), to.ToUniversalTime(), body.Reason ?? ""), cancellationToken);
        var made = planned.Succeeded ? await windows.GetAsync(id, cancellationToken) : planned.Error;
        return made.Succeeded ? TypedResults.Created($"/api/v1/maintenance-windows/{id}", made.Value) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> EndAsync(Guid id, EndMaintenanceBody? body, IMaintenanceDesk windows, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await windows.EndAsync(id, body?.Version, cancellationToken));
}
