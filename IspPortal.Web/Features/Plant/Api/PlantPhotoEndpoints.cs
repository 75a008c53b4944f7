using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Mapping;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Web.Documents;
using IspPortal.Web.Shared.Api;
using Microsoft.AspNetCore.Mvc;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>/api/v1/plant-nodes/{id}/photos and plant-photos</summary>
internal static class PlantPhotoEndpoints
{
    /// <summary>The largest photo, and room for the form around it.</summary>
    private const long MostBodyBytes = (PlantPhotoLimits.MostMegabytes + 1) * 1024L * 1024;

    private static readonly string[] NoSorts = [];

    public static void MapPlantPhotos(this IEndpointRouteBuilder api)
    {
        api.MapGet("/plant-nodes/{id}/photos", ListAsync).WithTags("Plant").WithName("listPlantPhotos").Needs(MappingPermissions.MapRead)
            .WithSummary("List the photos of a node, the newest first")
            .WithDescription("Search finds parts of notes.")
            .AnswersPage<PlantPhotoRow>().Fails(StatusCodes.Status404NotFound);

        api.MapPost("/plant-nodes/{id}/photos", AddAsync).WithTags("Plant").WithName("addPlantPhoto").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Add a photo to a node")
            .WithDescription("multipart/form-data. What the file is, its content decides, not its name; what is wrong with it is said at the field file. At most 20 of one node.")
            .DisableAntiforgery().WithMetadata(new RequestSizeLimitAttribute(MostBodyBytes))
            .Produces<PlantPhotoRow>(StatusCodes.Status201Created)
            .Fails(StatusCodes.Status400BadRequest, StatusCodes.Status404NotFound, StatusCodes.Status409Conflict, StatusCodes.Status413PayloadTooLarge, StatusCodes.Status415UnsupportedMediaType, StatusCodes.Status422UnprocessableEntity);

        api.MapGet("/plant-photos/{id}/content", ContentAsync).WithTags("Plant").WithName("openPlantPhoto").Needs(MappingPermissions.MapRead)
            .WithSummary("The picture of a photo")
            .Produces<byte[]>(contentType: "image/jpeg", additionalContentTypes: ["image/png"]).Fails(StatusCodes.Status404NotFound);

        api.MapDelete("/plant-photos/{id}", RemoveAsync).WithTags("Plant").WithName("removePlantPhoto").Needs(MappingPermissions.PortsWrite)
            .WithSummary("Remove a photo for good")
            .Produces(StatusCodes.Status204NoContent).Fails(StatusCodes.Status404NotFound);
    }

    private static async Task<IResult> ListAsync(Guid id, [AsParameters] ListParameters list, IPlantPhotos photos, CancellationToken cancellationToken)
    {
        var page = list.Read(NoSorts);
        return page.Succeeded
            ? ApiResults.Ok(await photos.ListAsync(id, cancellationToken), all => ApiPage.Cut(all, page.Value, static photo => photo.Note ?? "", static photo => photo))
            : ApiResults.Problem(page.Error);
    }

    private static async Task<IResult> AddAsync(Guid id, [FromForm] PlantPhotoForm form, IPlantPhotos photos, TimeProvider clock, CancellationToken cancellationToken)
    {
        using var content = new MemoryStream();
        if (form.File is { } file)
        {
            await file.CopyToAsync(content, cancellationToken);
        }

        var added = await photos.AddAsync(form.Id ?? Ids.New(clock), new AddPlantPhotoRequest(id, content.ToArray(), form.Note), cancellationToken);
        if (!added.Succeeded)
        {
            return ApiResults.Problem(added.Error);
        }

        var all = await photos.ListAsync(id, cancellationToken);
        return all.Succeeded ? TypedResults.Created($"/api/v1/plant-photos/{added.Value}/content", all.Value.First(photo => photo.Id == added.Value)) : ApiResults.Problem(all.Error);
    }

    private static async Task<IResult> ContentAsync(Guid id, HttpContext http, IPlantPhotos photos, CancellationToken cancellationToken)
    {
        var opened = await photos.OpenAsync(id, cancellationToken);
        if (!opened.Succeeded)
        {
            return ApiResults.Problem(opened.Error);
        }

        PrivateContent.Guard(http.Response);
        PrivateContent.Offer(http.Response, opened.Value.FileName, inline: true);
        return TypedResults.Bytes(opened.Value.Bytes, opened.Value.Format.MediaType());
    }

    private static async Task<IResult> RemoveAsync(Guid id, IPlantPhotos photos, CancellationToken cancellationToken) => ApiResults.NoContent(await photos.RemoveAsync(id, cancellationToken));
}
