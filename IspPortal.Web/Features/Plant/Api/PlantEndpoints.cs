using System.ComponentModel;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Capacity;
using IspPortal.Core.Mapping.Catalog;
using IspPortal.Core.Mapping.Causes;
using IspPortal.Core.Mapping.Tracing;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>/api/v1/sites, odps, cables, what hangs below them, the trace of a line, and how full the plant is.</summary>
internal static class PlantEndpoints
{
    private static readonly string[] SiteSorts = ["name", "area"];
    private static readonly string[] OdpSorts = ["name", "area", "free", "fill"];
    private static readonly string[] CableSorts = ["name", "length", "cores"];
    private static readonly string[] AreaSorts = ["fill", "area", "free", "odps"];
    private static readonly string[] NoSorts = [];

    public static void MapPlant(this IEndpointRouteBuilder api)
    {
        api.MapGet("/sites", SitesAsync).WithTags("Plant").WithName("listSites").Needs(MappingPermissions.MapRead)
            .WithSummary("List sites and towers")
            .WithDescription("Search finds parts of name and area. Sorts: name, area.")
            .AnswersPage<SiteRow>();

        api.MapGet("/sites/{id}", SiteAsync).WithTags("Plant").WithName("getSite").Needs(MappingPermissions.MapRead)
            .WithSummary("Read one site or tower")
            .Produces<SiteRow>().Fails(StatusCodes.Status404NotFound);

        api.MapGet("/odps", OdpsAsync).WithTags("Plant").WithName("listOdps").Needs(MappingPermissions.MapRead)
            .WithSummary("List ODPs with how their ports stand")
            .WithDescription("Search finds parts of name and area. Sorts: name, area, free, fill.")
            .AnswersPage<OdpRow>();

        api.MapGet("/odps/{id}", OdpAsync).WithTags("Plant").WithName("getOdp").Needs(MappingPermissions.MapRead)
            .WithSummary("Read one ODP")
            .Produces<OdpRow>().Fails(StatusCodes.Status404NotFound);

        api.MapGet("/cables", CablesAsync).WithTags("Plant").WithName("listCables").Needs(MappingPermissions.MapRead)
            .WithSummary("List cables")
            .WithDescription("Search finds parts of name, owner and both ends. Sorts: name, length, cores.")
            .AnswersPage<CableRow>();

        api.MapGet("/cables/{id}", CableAsync).WithTags("Plant").WithName("getCable").Needs(MappingPermissions.MapRead)
            .WithSummary("Read one cable")
            .Produces<CableRow>().Fails(StatusCodes.Status404NotFound);

        api.MapGet("/accesses/{id}/trace", TraceAsync).WithTags("Plant").WithName("traceAccess").Needs(MappingPermissions.MapRead)
            .WithSummary("Follow a line from its house up to the OLT and router")
            .WithDescription("Steps with lengths, losses and core colours (TIA-598), the way over the ground, what should arrive and what was measured. A line without a drop has no steps.")
            .Produces<LineTraceResource>().Fails(StatusCodes.Status404NotFound);

        api.MapGet("/plant-elements/{id}/lines", BelowAsync).WithTags("Plant").WithName("listLinesBelow").Needs(MappingPermissions.MapRead)
            .WithSummary("Who hangs below a thing of the plant, how many are online, and what they bring in a month")
            .WithDescription("kind is required: router, olt, ponPort, cable, core, join, splitter, odc, closure, odp, radioLink or site; number says which PON port, core or output. Offline lines come first. Names are null for who may not read customers, amounts for who may not read subscriptions.")
            .Produces<LinesBelowResource>().Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/plant-areas", AreasAsync).WithTags("Plant").WithName("listPlantAreas").Needs(MappingPermissions.MapRead)
            .WithSummary("List how full areas are, the fullest first")
            .WithDescription("Search finds parts of the area. Sorts: fill, area, free, odps.")
            .AnswersPage<AreaCapacity>();

        api.MapGet("/places-to-build", PlacesAsync).WithTags("Plant").WithName("listPlacesToBuild").Needs(MappingPermissions.MapRead)
            .WithSummary("List where houses are that no free port reaches, most houses first")
            .AnswersPage<PlaceToBuildResource>();
    }

    private static async Task<IResult> SitesAsync([AsParameters] ListParameters list, IPlantCatalog catalog, CancellationToken cancellationToken)
    {
        var page = list.Read(SiteSorts);
        return page.Succeeded ? ApiResults.Page(await catalog.ListSitesAsync(page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> SiteAsync(Guid id, IPlantCatalog catalog, CancellationToken cancellationToken) => ApiResults.Ok(await catalog.GetSiteAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> OdpsAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only ODPs of this neighbourhood.")] string? area,
        [FromQuery, Description("Only ODPs with a free port, or without one.")] bool? hasFree,
        [FromQuery, Description("Only ODPs with a port that is broken or whose drop nobody knows, or without one.")] bool? needsLooking,
        IPlantCatalog catalog,
        CancellationToken cancellationToken)
    {
        var page = list.Read(OdpSorts);
        return page.Succeeded ? ApiResults.Page(await catalog.ListOdpsAsync(new OdpFilter(area, hasFree, needsLooking), page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> OdpAsync(Guid id, IPlantCatalog catalog, CancellationToken cancellationToken) => ApiResults.Ok(await catalog.GetOdpAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> CablesAsync(
        [AsParameters] ListParameters list,
        [FromQuery, Description("Only cables that end at this node.")] Guid? nodeId,
        [FromQuery, Description("Only our own cables, or only those of others.")] bool? isOwn,
        IPlantCatalog catalog,
        CancellationToken cancellationToken)
    {
        var page = list.Read(CableSorts);
        return page.Succeeded ? ApiResults.Page(await catalog.ListCablesAsync(new CableFilter(nodeId, isOwn), page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> CableAsync(Guid id, IPlantCatalog catalog, CancellationToken cancellationToken) => ApiResults.Ok(await catalog.GetCableAsync(id, cancellationToken), static row => row);

    private static async Task<IResult> TraceAsync(Guid id, IPlantTracer tracer, CancellationToken cancellationToken) => ApiResults.Ok(await tracer.TraceAsync(id, cancellationToken), LineTraceResource.Of);

    private static async Task<IResult> BelowAsync(
        Guid id,
        [AsParameters] ListParameters list,
        [FromQuery, Description("What it is; required.")] EnumWord<PlantElementKind>? kind,
        [FromQuery, Description("Which PON port, core or output.")] int? number,
        IPlantTracer tracer,
        CancellationToken cancellationToken)
    {
        var (page, wanted) = (list.Read(NoSorts), kind.Read("kind"));
        return (page.Error ?? wanted.Error) is { } wrong ? ApiResults.Problem(wrong)
            : wanted.Value is not { } what ? ApiResults.Problem(ApiErrors.Field("kind", "common.required"))
            : ApiResults.Ok(await tracer.BelowAsync(new PlantElement(what, id, number), page.Value, cancellationToken), LinesBelowResource.Of);
    }

    private static async Task<IResult> AreasAsync([AsParameters] ListParameters list, IPlantCapacity capacity, CancellationToken cancellationToken)
    {
        var page = list.Read(AreaSorts);
        return page.Succeeded ? ApiResults.Page(await capacity.ListAreasAsync(page.Value, cancellationToken), static row => row) : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> PlacesAsync([AsParameters] ListParameters list, IPlantCapacity capacity, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded ? ApiResults.Page(await capacity.ListPlacesToBuildAsync(page.Value, cancellationToken), PlaceToBuildResource.Of) : ApiResults.Problem(page.Error);
    }
}
