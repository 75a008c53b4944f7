using System.ComponentModel;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Ports;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>/api/v1/odps/{id}/ports, drops, and the ODPs near a house.</summary>
internal static class PortEndpoints
{
    private const int MostOffers = 50;

    private static readonly string[] NoSorts = [];

    public static void MapPorts(this IEndpointRouteBuilder api)
    {
        api.MapGet("/odps/{id}/ports", ListAsync).WithTags("Ports").WithName("listOdpPorts").Needs(MappingPermissions.MapRead)
            .WithSummary("List all ports of an ODP by number")
            .AnswersPage<PortRow>().Fails(StatusCodes.Status404NotFound);

        api.MapPut("/odps/{id}/ports/{number}", CorrectAsync).WithTags("Ports").WithName("correctOdpPort").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Say what somebody sees at a port: free, broken or unknown")
            .WithDescription("A used port is disconnected first (mapping.port_in_use), a reserved one released (mapping.port_reserved).")
            .Produces(StatusCodes.Status204NoContent)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        api.MapPost("/odps/{id}/reserve", ReserveAsync).WithTags("Ports").WithName("reserveOdpPort").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Keep a port for a sign-up or subscription")
            .WithDescription("Of two who want one port exactly one gets it, the other mapping.port_taken. Without a number the first free one is kept, or mapping.no_free_port. Twice for the same is done once.")
            .Produces<ReservedPortResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        api.MapPost("/odps/{id}/ports/{number}/release", ReleaseAsync).WithTags("Ports").WithName("releaseOdpPort").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Keep a port no longer")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status409Conflict);

        api.MapGet("/odps-near", NearAsync).WithTags("Ports").WithName("listOdpsNear").Needs(MappingPermissions.MapRead)
            .WithSummary("List the ODPs with free ports within reach of a house, the nearest first, and the light that would arrive")
            .AnswersPage<OdpOffer>();

        api.MapPost("/drops", ConnectAsync).WithTags("Ports").WithName("connectDrop").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Put a drop with its lines on a port")
            .Produces<ConnectedDrop>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        api.MapPost("/drops/{id}/move", MoveAsync).WithTags("Ports").WithName("moveDrop").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Put a drop on another port, or say what else of it is no longer so")
            .WithDescription("details (latitude, longitude, ontSerial, measuredMetres) replaces all four.")
            .Produces<ConnectedDrop>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);

        api.MapDelete("/drops/{id}", DisconnectAsync).WithTags("Ports").WithName("disconnectDrop").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Take a drop away")
            .WithDescription("The query's version is required.")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ListAsync(Guid id, [AsParameters] ListParameters list, IPortDesk desk, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        if (!page.Succeeded)
        {
            return ApiResults.Problem(page.Error);
        }

        var ports = await desk.ListAsync(id, cancellationToken);
        return ApiResults.Ok(ports, all => ApiPage.Cut(all, page.Value, static row => row.Drop?.OntSerial ?? "", static row => row));
    }

    private static async Task<IResult> CorrectAsync(Guid id, int number, CorrectPortBody body, IPortDesk desk, CancellationToken cancellationToken) =>
        body.Version is not { } version || body.State is not { } state
            ? ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : "state", "common.required"))
            : ApiResults.NoContent(await desk.CorrectAsync(id, number, version, new CorrectPortRequest(state, body.Note), cancellationToken));

    private static async Task<IResult> ReserveAsync(Guid id, ReservePortBody body, IPortDesk desk, CancellationToken cancellationToken) => body.For is not { } whose
        ? ApiResults.Problem(ApiErrors.Field("for", "common.required"))
        : ApiResults.Ok(await desk.ReserveAsync(id, new ReservePortRequest(whose, body.Number, body.UntilUtc, body.Note), cancellationToken), number => new ReservedPortResource(id, number));

    private static async Task<IResult> ReleaseAsync(Guid id, int number, IPortDesk desk, CancellationToken cancellationToken) => ApiResults.NoContent(await desk.ReleaseAsync(id, number, cancellationToken));

    private static async Task<IResult> NearAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Degrees north of the house; required.")] double? latitude,
        [FromQuery, Description("Degrees east of the house; required.")] double? longitude,
        IPortDesk desk,
        CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        if (!page.Succeeded || latitude is null || longitude is null)
        {
            return ApiResults.Problem(page.Error ?? ApiErrors.Field(latitude is null ? "latitude" : "longitude", "common.required"));
        }

        var offers = await desk.NearestAsync(new GeoPoint(latitude.Value, longitude.Value), MostOffers, cancellationToken);
        return ApiResults.Ok(offers, all => ApiPage.Cut(all, page.Value, static offer => offer.Name, static offer => offer));
    }

    private static async Task<IResult> ConnectAsync(ConnectDropBody body, IPortDesk desk, TimeProvider clock, CancellationToken cancellationToken)
    {
        if (body.OdpId is null)
        {
            return ApiResults.Problem(ApiErrors.Field("odpId", "common.required"));
        }

        var connected = await desk.ConnectAsync(body.Id ?? Ids.New(clock), body.ToRequest(), cancellationToken);
        return connected.Succeeded ? TypedResults.Created($"/api/v1/odps/{connected.Value.OdpId}/ports", connected.Value) : ApiResults.Problem(connected.Error);
    }

    private static async Task<IResult> MoveAsync(Guid id, MoveDropBody body, IPortDesk desk, CancellationToken cancellationToken) => body.Version is not { } version || body.OdpId is not { } odp
        ? ApiResults.Problem(ApiErrors.Field(body.Version is null ? "version" : "odpId", "common.required"))
        : ApiResults.Ok(await desk.MoveAsync(id, version, new MoveDropRequest(odp, body.Number, body.Details?.ToDetails()), cancellationToken), static moved => moved);

    private static async Task<IResult> DisconnectAsync(Guid id, [FromQuery, Description("The version that was seen; required.")] long? version, IPortDesk desk, CancellationToken cancellationToken) => version is { } seen
        ? ApiResults.NoContent(await desk.DisconnectAsync(id, seen, cancellationToken))
        : ApiResults.Problem(ApiErrors.Field("version", "common.required"));
}
