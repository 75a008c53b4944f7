namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What reading a file in would do, or has done.</summary>
/// <param name="Preview">Of a dry run: what it would do.</param>
/// <param name="Imported">Else: what it has done.</param>
internal sealed record PlantImportResource(PlantImportPreviewResource? Preview, PlantImportedResource? Imported);
