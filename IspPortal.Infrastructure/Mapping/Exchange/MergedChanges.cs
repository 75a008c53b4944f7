using System.Globalization;
using IspPortal.Core.Mapping.Exchange;
using IspPortal.Core.Mapping.Exchange.Formats;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Mapping.Plant.Editing;

namespace IspPortal.Infrastructure.Mapping.Exchange;

/// <summary>What a file says otherwise than the plant.</summary>
/// <param name="nameOf">The name of a node.</param>
internal sealed class MergedChanges(Func<Guid, string> nameOf)
{
    // A centimetre: programs that draw give the last digits otherwise.
    private const double SamePlace = 1e-7;

    public IReadOnlyList<PlantImportChange> Of(PlantNode before, SavePlantNodeRequest after) =>
    [
        .. Texts(PlantFields.Name, before.Name, after.Name),
        .. Places(before.Point, after.Point),
        .. Texts(PlantFields.Area, before.Area, after.Area),
        .. Texts(PlantFields.Note, before.Note, after.Note),
        .. Texts(PlantFields.Ports, Number(before.Ports), Number(after.Ports)),
        .. Texts(PlantFields.SplitterOutputs, Number(before.SplitterOutputs), Number(after.SplitterOutputs)),
        .. Texts(PlantFields.Site, NameOf(before.SiteId), NameOf(after.SiteId)),
    ];

    public IReadOnlyList<PlantImportChange> Of(PlantCable before, SaveCableRequest after) =>
    [
        .. Texts(PlantFields.Name, before.Name, after.Name),
        .. Texts(PlantFields.From, NameOf(before.FromNodeId), NameOf(after.FromNodeId)),
        .. Texts(PlantFields.To, NameOf(before.ToNodeId), NameOf(after.ToNodeId)),
        .. Ways([.. before.Bends], after.Bends),
        .. Texts(PlantFields.Cores, Number(before.Cores), Number(after.Cores)),
        .. Texts(PlantFields.CoresPerTube, Number(before.CoresPerTube), Number(after.CoresPerTube)),
        .. Texts(PlantFields.MeasuredMetres, Number(before.MeasuredMetres), Number(after.MeasuredMetres)),
        .. Texts(PlantFields.SpareMetres, Number(before.SpareMetres), Number(after.SpareMetres)),
        .. Texts(PlantFields.Owner, before.Owner, after.Owner),
        .. Texts(PlantFields.Note, before.Note, after.Note),
    ];

    public IReadOnlyList<PlantImportChange> Of(RadioLink before, SaveRadioLinkRequest after) =>
    [
        .. Texts(PlantFields.Name, before.Name, after.Name),
        .. Texts(PlantFields.From, NameOf(before.FromNodeId), NameOf(after.FromNodeId)),
        .. Texts(PlantFields.To, NameOf(before.ToNodeId), NameOf(after.ToNodeId)),
        .. Texts(PlantFields.CapacityMegabits, Number(before.CapacityMegabits), Number(after.CapacityMegabits)),
        .. Texts(PlantFields.Note, before.Note, after.Note),
    ];

    private string? NameOf(Guid? id) => id is { } known ? nameOf(known) : null;

    private static IEnumerable<PlantImportChange> Texts(string field, string? before, string? after)
    {
        if (before != after)
        {
            yield return new PlantImportChange(field, before, after);
        }
    }

    private static IEnumerable<PlantImportChange> Places(GeoPoint before, GeoPoint after)
    {
        if (Math.Abs(before.Latitude - after.Latitude) > SamePlace || Math.Abs(before.Longitude - after.Longitude) > SamePlace)
        {
            yield return new PlantImportChange(PlantFields.Latitude, Number(before.Latitude), Number(after.Latitude));
            yield return new PlantImportChange(PlantFields.Longitude, Number(before.Longitude), Number(after.Longitude));
        }
    }

    private static IEnumerable<PlantImportChange> Ways(IReadOnlyList<GeoPoint> before, IReadOnlyList<GeoPoint> after) =>
        RouteText.Of(before) == RouteText.Of(after) ? [] : [new PlantImportChange(PlantFields.Way, Number(before.Count), Number(after.Count))];

    private static string? Number(double? number) => number?.ToString("0.#######", CultureInfo.InvariantCulture);
}
