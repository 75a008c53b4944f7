using System.ComponentModel;
using System.Text;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>/api/v1/plant: the plant out to files, and in from them.</summary>
internal static class PlantFileEndpoints
{
    /// <summary>The largest file, and room for the form around it.</summary>
    private const long MostBodyBytes = PlantFileLimits.MostBytes + (1024 * 1024);

    private static readonly string[] NoSorts = [];

    public static void MapPlantFiles(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plant/export", ExportAsync).WithTags("Plant").WithName("exportPlant").Needs(MappingPermissions.MapRead)
            .WithSummary("The plant as a file")
            .WithDescription("Nodes, cables and radio links. format is required: geojson, kml or csv. Each export is in the audit.")
            .Produces<string>(contentType: "application/geo+json", additionalContentTypes: ["application/vnd.google-earth.kml+xml", "text/csv"]).Fails(StatusCodes.Status422UnprocessableEntity);

        api.MapPost("/plant/import", ImportAsync).WithTags("Plant").WithName("importPlant").Needs(MappingPermissions.PlantWrite)
            .WithSummary("Read a file of the plant in, or say what that would do")
            .WithDescription("multipart/form-data with GeoJSON, KML or CSV in the field file. A dry run, which is what is done unless dryRun is false, changes nothing and lists what becomes of each thing. Else the whole file is read in, or nothing of it. What is wrong with the file is said at the field file.")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBodyBytes))
            .Produces<PlantImportResource>()
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);
    }

    private static async Task<IResult> ExportAsync(
        [FromQuery, Description("geojson, kml or csv; required.")] EnumWord<PlantFormat>? format,
        [FromQuery, Description("Only nodes of this neighbourhood, and what ends there.")] string? area,
        HttpContext http,
        IPlantExchange exchange,
        CancellationToken cancellationToken)
    {
        var wanted = format.Read("format");
        if (!wanted.Succeeded || wanted.Value is not { } wantedFormat)
        {
            return ApiResults.Problem(wanted.Error ?? ApiErrors.Field("format", "common.required"));
        }

        var export = await exchange.ExportAsync(wantedFormat, area, cancellationToken);
        if (!export.Succeeded)
        {
            return ApiResults.Problem(export.Error);
        }

        http.Response.Headers.CacheControl = "no-store";
        return TypedResults.Stream(stream => WriteAsync(stream, export.Value.Pieces, cancellationToken), export.Value.MediaType, export.Value.FileName);
    }

    private static async Task WriteAsync(Stream stream, IEnumerable<string> pieces, CancellationToken cancellationToken)
    {
        await using var writer = new StreamWriter(stream, new UTF8Encoding(encoderShouldEmitUTF8Identifier: false), leaveOpen: true);
        foreach (var piece in pieces)
        {
            await writer.WriteAsync(piece.AsMemory(), cancellationToken);
        }
    }

    private static async Task<IResult> ImportAsync(
        [FromForm] PlantImportForm form,
        [FromQuery, Description("False: the file is read in; else nothing is changed.")] bool? dryRun,
        [FromQuery, Description("Of a dry run: only things of this verdict.")] EnumWord<PlantImportVerdict>? verdict,
        [AsParameters] ListParameters list,
        IPlantExchange exchange,
        TimeProvider clock,
        CancellationToken cancellationToken)
    {
        var (page, only, upload) = (list.Read(NoSorts), verdict.Read("verdict"), await form.ReadAsync(cancellationToken));
        if ((page.Error ?? only.Error ?? upload.Error) is { } wrong)
        {
            return ApiResults.Problem(wrong);
        }

        return dryRun == false
            ? ApiResults.Ok(await exchange.ApplyAsync(form.Id ?? Ids.New(clock), upload.Value, form.Revision, cancellationToken), static imported => new PlantImportResource(null, PlantImportedResource.Of(imported)))
            : ApiResults.Ok(await exchange.PreviewAsync(upload.Value, only.Value, page.Value, cancellationToken), static preview => new PlantImportResource(PlantImportPreviewResource.Of(preview), null));
    }
}
