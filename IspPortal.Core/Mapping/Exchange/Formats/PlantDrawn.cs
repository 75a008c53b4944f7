using IspPortal.Core.Mapping.Geo;

namespace IspPortal.Core.Mapping.Exchange.Formats;

/// <summary>A thing of the plant as every format writes it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="Points">One place, or the way from end to end.</param>
/// <param name="IsLine">Whether it is a way.</param>
/// <param name="Bends">The places of a cable's way between its ends.</param>
/// <param name="Fields">What is said of it, in order: texts, whole numbers and lengths; what nobody said is left out.</param>
internal sealed record PlantDrawn(string Name, IReadOnlyList<GeoPoint> Points, bool IsLine, IReadOnlyList<GeoPoint> Bends, IReadOnlyList<KeyValuePair<string, object>> Fields)
{
    public static IEnumerable<PlantDrawn> Of(PlantFile file) => file.Nodes.Select(Of).Concat(file.Cables.Select(Of)).Concat(file.Links.Select(Of));

    private static PlantDrawn Of(PlantFileNode node) => new(node.Name, [node.Point], false, [], Said(
        (PlantFields.Kind, node.Kind is { } kind ? char.ToLowerInvariant(kind.ToString()[0]) + kind.ToString()[1..] : null),
        (PlantFields.Name, node.Name),
        (PlantFields.Area, node.Area),
        (PlantFields.Note, node.Note),
        (PlantFields.Ports, node.Ports),
        (PlantFields.SplitterOutputs, node.SplitterOutputs),
        (PlantFields.Site, node.Site)));

    private static PlantDrawn Of(PlantFileCable cable) => new(cable.Name, [.. Ends(cable.Start), .. cable.Bends ?? [], .. Ends(cable.End)], true, cable.Bends ?? [], Said(
        (PlantFields.Kind, PlantFields.Cable),
        (PlantFields.Name, cable.Name),
        (PlantFields.From, cable.From),
        (PlantFields.To, cable.To),
        (PlantFields.Cores, cable.Cores),
        (PlantFields.CoresPerTube, cable.CoresPerTube),
        (PlantFields.MeasuredMetres, cable.MeasuredMetres),
        (PlantFields.SpareMetres, cable.SpareMetres),
        (PlantFields.Owner, cable.Owner),
        (PlantFields.Note, cable.Note)));

    private static PlantDrawn Of(PlantFileLink link) => new(link.Name, [.. Ends(link.Start), .. Ends(link.End)], true, [], Said(
        (PlantFields.Kind, PlantFields.RadioLink),
        (PlantFields.Name, link.Name),
        (PlantFields.From, link.From),
        (PlantFields.To, link.To),
        (PlantFields.CapacityMegabits, link.CapacityMegabits),
        (PlantFields.Note, link.Note)));

    private static GeoPoint[] Ends(GeoPoint? point) => point is { } place ? [place] : [];

    private static List<KeyValuePair<string, object>> Said(params (string Field, object? Value)[] fields) =>
        [.. fields.Where(field => field.Value is not null).Select(field => KeyValuePair.Create(field.Field, field.Value!))];
}
