using System.ComponentModel;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Outages.Api;

/// <summary>/api/v1/outages: lines that were lost together, routers that do not answer, planned works.</summary>
internal static class OutageEndpoints
{
    private static readonly string[] NoSorts = [];

    public static void MapOutages(this IEndpointRouteBuilder api)
    {
        var outages = api.MapGroup("/outages").WithTags("Outages");

        outages.MapGet("/", ListAsync).WithName("listOutages").Needs(MappingPermissions.MapRead)
            .WithSummary("List outages, open ones first, then the latest")
            .WithDescription("What was suspected and came to nothing is left out.")
            .AnswersPage<OutageResource>();

        outages.MapGet("/{id}", GetAsync).WithName("getOutage").Needs(MappingPermissions.MapRead)
            .WithSummary("Read one outage")
            .Produces<OutageResource>().Fails(StatusCodes.Status404NotFound);

        outages.MapGet("/{id}/lines", LinesAsync).WithName("listOutageLines").Needs(MappingPermissions.MapRead)
            .WithSummary("List the lines that an outage hit, those that are still off first")
            .WithDescription("Names and phones are null for who may not read customers.")
            .AnswersPage<OutageLineRow>().Fails(StatusCodes.Status404NotFound);

        outages.MapPost("/", AnnounceAsync).WithName("announceWorks").Needs(MappingPermissions.OutagesWrite)
            .WithSummary("Announce planned works")
            .WithDescription("While they last, lines below the element are behind them: nobody is blamed, and no outage of its own is looked for there.")
            .Produces<OutageResource>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        outages.MapPost("/{id}/note", NoteAsync).WithName("noteOutage").Needs(MappingPermissions.OutagesWrite)
            .WithSummary("Say why there is an outage")
            .Produces<OutageResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        outages.MapPost("/{id}/call-off", CallOffAsync).WithName("callOffWorks").Needs(MappingPermissions.OutagesWrite)
            .WithSummary("Call planned works off, or end them now")
            .Produces<OutageResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("true: only those that are not over; false: only those that are.")] bool? isOpen,
        [FromQuery, Description("Only of this kind.")] EnumWord<OutageKind>? kind,
        IOutageDirectory outages,
        CancellationToken cancellationToken)
    {
        var (page, wanted) = (list.Read(NoSorts), kind.Read("kind"));
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong) : ApiResults.Page(await outages.ListAsync(isOpen, wanted.Value, page.Value, cancellationToken), OutageResource.Of);
    }

    private static async Task<IResult> GetAsync(Guid id, IOutageDirectory outages, CancellationToken cancellationToken) => ApiResults.Ok(await outages.GetAsync(id, cancellationToken), OutageResource.Of);

    private static async Task<IResult> LinesAsync(Guid id, [AsParameters] ListParameters list, IOutageDirectory outages, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await outages.ListLinesAsync(id, page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> AnnounceAsync(AnnounceWorksBody body, IOutageDirectory outages, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body is not { ElementKind: { } kind, ElementId: { } element, FromUtc: { } from, ToUtc: { } to })
        {
            var missing = body.ElementKind is null ? "elementKind" : body.ElementId is null ? "elementId" : body.FromUtc is null ? "fromUtc" : "toUtc";
            return ApiResults.Problem(ApiErrors.Field(missing, "common.required"));
        }

        var id = Ids.New(clock);
        var announced = await outages.AnnounceAsync(id, new(new PlantElement(kind, element, body.ElementNumber), from.ToUniversalTime(), to.ToUniversalTime(), body.Note ?? ""), cancellationToken);
        var made = announced.Succeeded ? await outages.GetAsync(id, cancellationToken) : announced.Error;
        return made.Succeeded ? TypedResults.Created($"/api/v1/outages/{id}", OutageResource.Of(made.Value)) : ApiResults.Problem(made.Error);
    }

    private static async Task<IResult> NoteAsync(Guid id, NoteOutageBody body, IOutageDirectory outages, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var noted = await outages.NoteAsync(id, version, body.Note, cancellationToken);
        return noted.Succeeded ? await GetAsync(id, outages, cancellationToken) : ApiResults.Problem(noted.Error);
    }

    private static async Task<IResult> CallOffAsync(Guid id, CallOffWorksBody body, IOutageDirectory outages, CancellationToken cancellationToken)
    {
        if (body.Version is not { } version)
        {
            return ApiResults.Problem(ApiErrors.Field("version", "common.required"));
        }

        var called = await outages.CallOffAsync(id, version, body.Reason, cancellationToken);
        return called.Succeeded ? await GetAsync(id, outages, cancellationToken) : ApiResults.Problem(called.Error);
    }
}
