using System.ComponentModel;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Reports.Api;

/// <summary>/api/v1/reports and /api/v1/report-schedules</summary>
internal static class ReportEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapReports(this IEndpointRouteBuilder api)
    {
        var reports = api.MapGroup("/reports").WithTags("Reports");
        reports.MapGet("/", ListAsync).WithName("listReports").Needs(ReportingPermissions.ReportsRead)
            .WithSummary("List reports, the latest first").WithDescription("Search looks at who asked.").AnswersPage<ReportResource>();
        reports.MapGet("/{id}", GetAsync).WithName("getReport").Needs(ReportingPermissions.ReportsRead)
            .WithSummary("Read one report: how far it is, and its files").Produces<ReportDetailsResource>().Fails(StatusCodes.Status404NotFound);
        reports.MapGet("/{id}/files/{format}", FileAsync).WithName("loadReportFile").Needs(ReportingPermissions.ReportsRead)
            .WithSummary("Load a file of a report: pdf, xlsx or csv").Produces(StatusCodes.Status200OK, contentType: "application/pdf").Fails(StatusCodes.Status404NotFound);
        reports.MapPost("/", RequestAsync).WithName("requestReport").Needs(ReportingPermissions.ReportsWrite)
            .WithSummary("Ask for a report").WithDescription("It is made in the background; ask for it until its state is ready or failed.")
            .Produces<ReportDetailsResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        reports.MapPost("/{id}/run-again", RunAgainAsync).WithName("runReportAgain").Needs(ReportingPermissions.ReportsWrite)
            .WithSummary("Make a report once more, with the figures of now").Produces<ReportDetailsResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        reports.MapDelete("/{id}", DeleteAsync).WithName("deleteReport").Needs(ReportingPermissions.ReportsWrite)
            .WithSummary("Take a report away with its files").Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        var schedules = api.MapGroup("/report-schedules").WithTags("Reports");
        schedules.MapGet("/", SchedulesAsync).WithName("listReportSchedules").Needs(ReportingPermissions.ReportsRead)
            .WithSummary("List schedules of reports by name").WithDescription("Search looks at the name.").AnswersPage<ReportScheduleResource>();
        schedules.MapGet("/{id}", ScheduleAsync).WithName("getReportSchedule").Needs(ReportingPermissions.ReportsRead)
            .WithSummary("Read one schedule").Produces<ReportScheduleResource>().Fails(StatusCodes.Status404NotFound);
        schedules.MapPost("/", CreateScheduleAsync).WithName("createReportSchedule").Needs(ReportingPermissions.ReportsWrite)
            .WithSummary("Make a schedule").WithDescription("Daily about yesterday, on Mondays about the week before, on the first about the month before.")
            .Produces<ReportScheduleResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        schedules.MapPut("/{id}", SaveScheduleAsync).WithName("saveReportSchedule").Needs(ReportingPermissions.ReportsWrite)
            .WithSummary("Replace a schedule").Produces<ReportScheduleResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        schedules.MapDelete("/{id}", DeleteScheduleAsync).WithName("deleteReportSchedule").Needs(ReportingPermissions.ReportsWrite)
            .WithSummary("Take a schedule away; its reports stay").Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only of this kind.")] EnumWord<ReportKind>? kind,
        [FromQuery, Description("Only those that stand so.")] EnumWord<ReportState>? state,
        [FromQuery, Description("Only those of this schedule.")] Guid? scheduleId,
        IReportDirectory reports,
        CancellationToken cancellationToken)
    {
        var (page, wantedKind, wantedState) = (list.Read(NoSorts), kind.Read("kind"), state.Read("state"));
        return (page.Error ?? wantedKind.Error ?? wantedState.Error) is { } wrong
            ? ApiResults.Problem(wrong)
            : ApiResults.Page(await reports.ListAsync(new ReportFilter(wantedKind.Value, wantedState.Value, scheduleId), page.Value, cancellationToken), ReportResource.Of);
    }

    private static async Task<IResult> GetAsync(Guid id, IReportDirectory reports, CancellationToken cancellationToken) => ApiResults.Ok(await reports.GetAsync(id, cancellationToken), ReportDetailsResource.Of);

    private static Task<IResult> FileAsync(Guid id, string format, HttpContext http, IReportDirectory reports) => ReportFileAnswer.AnswerAsync(id, format, http, reports);

    private static async Task<IResult> RequestAsync(OrderReportBody body, IReportDesk desk, IReportDirectory reports, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body is not { Kind: not null, FromOn: not null, ToOn: not null })
        {
            return ApiResults.Problem(ApiErrors.Field(body.Kind is null ? "kind" : body.FromOn is null ? "fromOn" : "toOn", "common.required"));
        }

        var id = Ids.New(clock);
        var asked = await desk.RequestAsync(id, body.ToOrder(), cancellationToken);
        var made = asked.Succeeded ? await reports.GetAsync(id, cancellationToken) : asked.Error;
        return made.Succeeded ? TypedResults.Created($"/api/v1/reports/{id}", ReportDetailsResource.Of(made.Value)) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> RunAgainAsync(Guid id, ReportVersionBody body, IReportDesk desk, IReportDirectory reports, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var again = await desk.RunAgainAsync(id, version, cancellationToken);
        return again.Succeeded ? await GetAsync(id, reports, cancellationToken) : ApiResults.Problem(again.Error);
    }

    private static async Task<IResult> DeleteAsync(Guid id, [FromQuery, Description("The version that was read; required.")] long? version, IReportDesk desk, CancellationToken cancellationToken) =>
        version is { } seen ? ApiResults.NoContent(await desk.DeleteAsync(id, seen, cancellationToken)) : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> SchedulesAsync([AsParameters] ListParameters list, IReportSchedules schedules, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await schedules.ListAsync(page.Value, cancellationToken), ReportScheduleResource.Of) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> ScheduleAsync(Guid id, IReportSchedules schedules, CancellationToken cancellationToken) => ApiResults.Ok(await schedules.GetAsync(id, cancellationToken), ReportScheduleResource.Of);

    private static async Task<IResult> CreateScheduleAsync(SaveReportScheduleBody body, IReportSchedules schedules, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.Kind is null)
        {
            return ApiResults.Problem(ApiErrors.Field("kind", "common.required"));
        }

        var id = Ids.New(clock);
        var saved = await schedules.SaveAsync(id, null, body.ToRequest(), cancellationToken);
        var made = saved.Succeeded ? await schedules.GetAsync(id, cancellationToken) : saved.Error;
        return made.Succeeded ? TypedResults.Created($"/api/v1/report-schedules/{id}", ReportScheduleResource.Of(made.Value)) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> SaveScheduleAsync(Guid id, SaveReportScheduleBody body, IReportSchedules schedules, CancellationToken cancellationToken)
    {
        if (body is not { Version: { } version, Kind: not null })
        {
            return ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : "kind", "common.required"));
        }

        var saved = await schedules.SaveAsync(id, version, body.ToRequest(), cancellationToken);
        return saved.Succeeded ? await ScheduleAsync(id, schedules, cancellationToken) : ApiResults.Problem(saved.Error);
    }

    private static async Task<IResult> DeleteScheduleAsync(Guid id, [FromQuery, Description("The version that was read; required.")] long? version, IReportSchedules schedules, CancellationToken cancellationToken) =>
        version is { } seen ? ApiResults.NoContent(await schedules.DeleteAsync(id, seen, cancellationToken)) : ApiResults.Problem(ApiErrors.Field("version", "common.required"));
}
