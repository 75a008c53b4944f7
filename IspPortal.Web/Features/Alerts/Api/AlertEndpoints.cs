using System.ComponentModel;
using IspPortal.Core.Alerts;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Alerts.Api;

/// <summary>/api/v1/alerts</summary>
internal static class AlertEndpoints
{
    private static readonly string[] Sorts = ["opened", "severity", "status", "subject"];

    public static void MapAlerts(this IEndpointRouteBuilder api)
    {
        var alerts = api.MapGroup("/alerts").WithTags("Alerts");

        alerts.MapGet("/", ListAsync).WithName("listAlerts").Needs(AlertPermissions.AlertsRead)
            .WithSummary("List incidents, newest first")
            .WithDescription("Search looks at the subject's name. Sorts: opened, severity, status, subject.")
            .AnswersPage<AlertRow>();

        alerts.MapGet("/{id}", GetAsync).WithName("getAlert").Needs(AlertPermissions.AlertsRead)
            .WithSummary("Read one incident with what happened to it and who was told")
            .Produces<AlertDetails>().Fails(StatusCodes.Status404NotFound);

        alerts.MapPost("/{id}/notes", NoteAsync).WithName("noteAlert").Needs(AlertPermissions.AlertsWrite)
            .WithSummary("Add a note to an incident")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        alerts.MapPost("/{id}/acknowledge", AcknowledgeAsync).WithName("acknowledgeAlert").Needs(AlertPermissions.AlertsWrite)
            .WithSummary("Take an open incident")
            .WithDescription("With the version that was read, one that somebody else took meanwhile answers 409; without, it changes nothing. The body may be left out.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict);

        alerts.MapPost("/{id}/resolve", ResolveAsync).WithName("resolveAlert").Needs(AlertPermissions.AlertsWrite)
            .WithSummary("End an incident by hand")
            .WithDescription("A note is required. With the version that was read, one that somebody else took meanwhile answers 409. It opens anew if the condition still holds at the next poll.")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only incidents of this status.")] EnumWord<AlertStatus>? status,
        [FromQuery, Description("Only incidents of this severity.")] EnumWord<AlertSeverity>? severity,
        [FromQuery, Description("Only incidents about this router, line, device or outage.")] Guid? subjectId,
        [FromQuery, Description("True: only open and acknowledged ones.")] bool? activeOnly,
        [FromQuery, Description("Only incidents of this rule.")] Guid? ruleId,
        [FromQuery, Description("Only incidents about this router and what is on it.")] Guid? routerId,
        [FromQuery, Description("true: only those hidden behind others or behind outages; false: only the rest.")] bool? isSuppressed,
        [FromQuery, Description("true: only those that came and went too often; false: only the rest.")] bool? isFlapping,
        IAlertDirectory directory,
        CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        var wantedStatus = status.Read("status");
        var wantedSeverity = severity.Read("severity");
        return !page.Succeeded ? ApiResults.Problem(page.Error)
            : !wantedStatus.Succeeded ? ApiResults.Problem(wantedStatus.Error)
            : !wantedSeverity.Succeeded ? ApiResults.Problem(wantedSeverity.Error)
            : ApiResults.Page(
                await directory.ListAsync(new AlertFilter(wantedStatus.Value, wantedSeverity.Value, subjectId, activeOnly ?? false, ruleId, isSuppressed, isFlapping, routerId), page.Value, cancellationToken),
                static row => row);
    }

    private static async Task<IResult> GetAsync(Guid id, IAlertDirectory directory, CancellationToken cancellationToken) => ApiResults.Ok(await directory.GetAsync(id, cancellationToken), static details => details);

    private static async Task<IResult> NoteAsync(Guid id, AlertNoteBody? body, IAlertDesk desk, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await desk.NoteAsync(id, body?.Note ?? "", cancellationToken));

    private static async Task<IResult> AcknowledgeAsync(Guid id, AlertNoteBody? body, IAlertDesk desk, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await desk.AcknowledgeAsync(id, body?.Version, body?.Note, cancellationToken));

    private static async Task<IResult> ResolveAsync(Guid id, AlertNoteBody? body, IAlertDesk desk, CancellationToken cancellationToken) =>
        ApiResults.NoContent(await desk.ResolveAsync(id, body?.Version, body?.Note ?? "", cancellationToken));
}
