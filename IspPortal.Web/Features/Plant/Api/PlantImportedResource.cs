using IspPortal.Core.Mapping.Exchange;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What reading a file in has done.</summary>
/// <param name="EditId">The edit that it is; null: there was nothing to do.</param>
/// <param name="Added">How many things are new.</param>
/// <param name="Changed">How many became otherwise.</param>
internal sealed record PlantImportedResource(Guid? EditId, int Added, int Changed)
{
    public static PlantImportedResource Of(PlantImported imported) => new(imported.EditId, imported.Added, imported.Changed);
}
