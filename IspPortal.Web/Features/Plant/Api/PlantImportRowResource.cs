using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What becomes of one thing in a file.</summary>
/// <param name="Line">Its line in a CSV or KML, the number of its feature in a GeoJSON; from 1.</param>
/// <param name="Thing">node, cable or radioLink; null when that cannot be told.</param>
/// <param name="Kind">Of a node its kind.</param>
/// <param name="Name">Its name.</param>
/// <param name="Verdict">wrong, new, changed, kept or same.</param>
/// <param name="Changes">What is said otherwise than it is.</param>
/// <param name="Code">Why it is wrong.</param>
/// <param name="Fields">Which fields are.</param>
internal sealed record PlantImportRowResource(
    int Line, PlantImportThing? Thing, PlantNodeKind? Kind, string Name, PlantImportVerdict Verdict, IReadOnlyList<PlantImportChange> Changes, string? Code, IReadOnlyList<FieldError> Fields)
{
    public static PlantImportRowResource Of(PlantImportRow row) => new(row.Line, row.Thing, row.Kind, row.Name, row.Verdict, row.Changes, row.Error?.Code, row.Error?.Fields ?? []);
}
