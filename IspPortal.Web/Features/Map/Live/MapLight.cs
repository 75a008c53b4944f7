using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Tracing;

namespace IspPortal.Web.Features.Map.Live;

/// <summary>What is lit on the map, as the browser draws it; everything else steps back.</summary>
/// <param name="Ways">Ways, each its places as <c>lat,lng lat,lng</c>.</param>
/// <param name="Houses">Places that get a ring of light.</param>
/// <param name="Ids">Marks that do not step back.</param>
public sealed record MapLight(IReadOnlyList<string> Ways, IReadOnlyList<string> Houses, IReadOnlyList<string> Ids)
{
    /// <summary>The way of light to a line; null while it has none.</summary>
    public static MapLight? Of(LineTrace? trace) => trace is { Path.Count: > 0 }
        ? new(
            [WayOf(trace.Path)],
            [LiveMarks.PlaceOf(trace.Path[0])],
            [.. trace.Steps.SelectMany(step => new Guid?[] { step.ElementId, step.NodeId }).Append(trace.AccessId).Append(trace.RouterId).OfType<Guid>().Distinct().Select(id => id.ToString())])
        : null;

    /// <summary>What hangs below something; null where nothing does.</summary>
    public static MapLight? Of(PlantBranch? branch) => branch is { } found && found.Ways.Count + found.Houses.Count > 0
        ? new([.. found.Ways.Select(WayOf)], [.. found.Houses.Select(LiveMarks.PlaceOf)], [.. found.Ids.Select(id => id.ToString())])
        : null;

    private static string WayOf(IReadOnlyList<GeoPoint> points) => string.Join(' ', points.Select(LiveMarks.PlaceOf));
}
