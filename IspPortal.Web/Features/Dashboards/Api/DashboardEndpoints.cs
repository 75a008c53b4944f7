using System.ComponentModel;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Dashboards;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Dashboards.Api;

/// <summary>/api/v1/dashboards</summary>
internal static class DashboardEndpoints
{
    private static readonly string[] Sorts = ["name", "updated", "owner"];

    public static void MapDashboards(this IEndpointRouteBuilder api)
    {
        var dashboards = api.MapGroup("/dashboards").WithTags("Dashboards");

        dashboards.MapGet("/", ListAsync).WithName("listDashboards").Needs(ReportingPermissions.DashboardsRead)
            .WithSummary("List dashboards: one's own and those that are shared").WithDescription("Search looks at the name. Sorts: name, updated, owner.")
            .AnswersPage<DashboardRow>();
        dashboards.MapGet("/{id}", GetAsync).WithName("getDashboard").Needs(ReportingPermissions.DashboardsRead)
            .WithSummary("Read one dashboard").Produces<DashboardResource>().Fails(StatusCodes.Status404NotFound);
        dashboards.MapGet("/{id}/content", ContentAsync).WithName("readDashboard").Needs(ReportingPermissions.DashboardsRead)
            .WithSummary("Read what a dashboard's widgets show now").WithDescription("Each widget needs the permission of what it shows; one that may not be seen says so and keeps none of the others back.")
            .Produces<IReadOnlyList<WidgetContentResource>>().Fails(StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        dashboards.MapPost("/", CreateAsync).WithName("createDashboard").Needs(ReportingPermissions.DashboardsWrite)
            .WithSummary("Make a dashboard").Produces<DashboardResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status422UnprocessableEntity);
        dashboards.MapPut("/{id}", SaveAsync).WithName("saveDashboard").Needs(ReportingPermissions.DashboardsWrite)
            .WithSummary("Replace a dashboard").WithDescription("Widgets lie on 12 columns, none on another; gaps above a widget are closed.")
            .Produces<DashboardResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        dashboards.MapPost("/{id}/duplicate", DuplicateAsync).WithName("duplicateDashboard").Needs(ReportingPermissions.DashboardsWrite)
            .WithSummary("Make a private copy").Produces<DashboardResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        dashboards.MapDelete("/{id}", DeleteAsync).WithName("deleteDashboard").Needs(ReportingPermissions.DashboardsWrite)
            .WithSummary("Take a dashboard away, with its links").Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
        dashboards.MapGet("/{id}/links", LinksAsync).WithName("listDashboardLinks").Needs(ReportingPermissions.DashboardsPublish)
            .WithSummary("List a dashboard's public links, the newest first").Produces<IReadOnlyList<DashboardLinkRow>>().Fails(StatusCodes.Status404NotFound);
        dashboards.MapPost("/{id}/links", MakeLinkAsync).WithName("makeDashboardLink").Needs(ReportingPermissions.DashboardsPublish).NeedsPerson()
            .WithSummary("Make a public link").WithDescription("It shows what its maker may see, as long as he may. The answer holds the token this once.")
            .Produces<MadeDashboardLinkResource>(StatusCodes.Status201Created).Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);
        dashboards.MapDelete("/{id}/links/{linkId}", RevokeAsync).WithName("revokeDashboardLink").Needs(ReportingPermissions.DashboardsPublish)
            .WithSummary("Take a public link back at once").Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync([AsParameters] ListParameters list, [FromQuery, Description("true: only one's own.")] bool? onlyOwn, IDashboardDirectory dashboards, CancellationToken cancellationToken)
    {
        var page = list.Read(Sorts);
        return page.Succeeded ? ApiResults.Page(await dashboards.ListAsync(new DashboardFilter(onlyOwn ?? false), page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> GetAsync(Guid id, IDashboardDirectory dashboards, CancellationToken cancellationToken) => ApiResults.Ok(await dashboards.GetAsync(id, cancellationToken), DashboardResource.Of);

    private static async Task<IResult> ContentAsync(
        Guid id, [FromQuery, Description("How far back, where a widget has no range of its own; the dashboard's when left out.")] EnumWord<DashboardRange>? range, IDashboardDirectory dashboards, IWidgetReader reader,
        CancellationToken cancellationToken)
    {
        var wanted = range.Read("range");
        if (!wanted.Succeeded)
        {
            return ApiResults.Problem(wanted.Error);
        }

        var found = await dashboards.GetAsync(id, cancellationToken);
        if (!found.Succeeded)
        {
            return ApiResults.Problem(found.Error);
        }

        List<WidgetContentResource> contents = [];
        foreach (var widget in found.Value.Content.Widgets)
        {
            var read = await reader.ReadAsync(widget, wanted.Value ?? found.Value.Content.Range, WidgetAudience.Staff, cancellationToken);
            contents.Add(new WidgetContentResource(widget.Id, read.Error?.Code, read.ValueOr(null)));
        }

        return TypedResults.Ok<IReadOnlyList<WidgetContentResource>>(contents);
    }

    private static async Task<IResult> CreateAsync(SaveDashboardBody body, IDashboardEditor editor, IDashboardDirectory dashboards, TimeProvider clock, CancellationToken cancellationToken)
    {
        var id = Ids.New(clock);
        var made = await editor.CreateAsync(id, body.ToRequest(clock), cancellationToken);
        return made.Succeeded ? await CreatedAsync(id, dashboards, cancellationToken) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> SaveAsync(Guid id, SaveDashboardBody body, IDashboardEditor editor, IDashboardDirectory dashboards, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var saved = await editor.SaveAsync(id, version, body.ToRequest(clock), cancellationToken);
        return saved.Succeeded ? await GetAsync(id, dashboards, cancellationToken) : ApiResults.Problem(saved.Error);
    }

    private static async Task<IResult> DuplicateAsync(Guid id, DuplicateDashboardBody body, IDashboardEditor editor, IDashboardDirectory dashboards, TimeProvider clock, CancellationToken cancellationToken)
    {
        var copy = Ids.New(clock);
        var made = await editor.DuplicateAsync(id, copy, body.Name ?? "", cancellationToken);
        return made.Succeeded ? await CreatedAsync(copy, dashboards, cancellationToken) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> DeleteAsync(Guid id, [FromQuery, Description("The version that was read; required.")] long? version, IDashboardEditor editor, CancellationToken cancellationToken) =>
        version is { } seen ? ApiResults.NoContent(await editor.DeleteAsync(id, seen, cancellationToken)) : ApiResults.Problem(ApiErrors.Field("version", "common.required"));

    private static async Task<IResult> LinksAsync(Guid id, IDashboardLinks links, CancellationToken cancellationToken) => ApiResults.Ok(await links.ListAsync(id, cancellationToken), static rows => rows);

    private static async Task<IResult> MakeLinkAsync(Guid id, MakeDashboardLinkBody body, IDashboardLinks links, CancellationToken cancellationToken)
    {
        if (body.Days is not { } days)
        {
            return ApiResults.Problem(ApiErrors.Field("days", "common.required"));
        }

        var made = await links.MakeAsync(id, days, cancellationToken);
        return made.Succeeded
            ? TypedResults.Created($"/api/v1/dashboards/{id}/links", new MadeDashboardLinkResource(made.Value.Id, $"/public/dashboards/{made.Value.Token}", made.Value.ExpiresAtUtc))
            : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> RevokeAsync(Guid id, Guid linkId, IDashboardLinks links, CancellationToken cancellationToken) => ApiResults.NoContent(await links.RevokeAsync(id, linkId, cancellationToken));

    private static async Task<IResult> CreatedAsync(Guid id, IDashboardDirectory dashboards, CancellationToken cancellationToken)
    {
        var read = await dashboards.GetAsync(id, cancellationToken);
        return read.Succeeded ? TypedResults.Created($"/api/v1/dashboards/{id}", DashboardResource.Of(read.Value)) : ApiResults.Problem(read.Error);
    }
}
