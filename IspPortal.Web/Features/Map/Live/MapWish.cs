using System.Globalization;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Live;
using IspPortal.Web.Features.Plant.Parts;
using IspPortal.Web.Shared.Navigation;

namespace IspPortal.Web.Features.Map.Live;

/// <summary>What the address asks the map for.</summary>
/// <param name="Layers">What is drawn.</param>
/// <param name="Heat">The squares under the marks.</param>
/// <param name="Lines">Which lines.</param>
internal sealed record MapWish(MapLayers Layers, MapHeat Heat, MapLineFilter Lines)
{
    public const string HiddenKey = "hide";
    public const string AtKey = "at";

    /// <summary>Whether the way of light of the chosen line is shown.</summary>
    public const string TraceKey = "trace";

    /// <summary>Whether it is shown what hangs below what is chosen.</summary>
    public const string BelowKey = "below";

    private static readonly string[] Kinds = ["line", "router", "node", "way"];

    // What is shown of one thing is not yet wanted of the next.
    private static readonly string[] OfTheChosen = [TraceKey, BelowKey, BelowCard.SearchKey, BelowCard.PageKey];

    /// <summary>The layers that one can take off, in the order of their buttons.</summary>
    public static IReadOnlyList<MapLayers> Choices { get; } = [MapLayers.Lines, MapLayers.Routers, MapLayers.Nodes, MapLayers.Ways];

    public static MapWish Of(UrlState url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return new(
            Choices.Where(layer => !HiddenOf(url).Contains(layer)).Aggregate(MapLayers.None, static (all, layer) => all | layer),
            url.GetEnum<MapHeat>("heat") ?? MapHeat.None,
            new MapLineFilter(url.GetEnum<MapLineState>("state"), IdOf(url.Get("plan")), IdOf(url.Get("served")), url.Get("tag"), url.GetEnum<MapPayment>("payment")));
    }

    /// <summary>The address with a layer taken off or put on.</summary>
    public static string? Toggled(UrlState url, MapLayers layer)
    {
        ArgumentNullException.ThrowIfNull(url);
        var hidden = HiddenOf(url);
        var words = Choices.Where(choice => hidden.Contains(choice) != (choice == layer)).Select(WordOf).ToList();
        return words.Count == 0 ? null : string.Join('-', words);
    }

    /// <summary>Where the address wants the map to be: <c>latitude,longitude,zoom</c>; null when it says nothing that can be read.</summary>
    public static string? PlaceOf(UrlState url)
    {
        ArgumentNullException.ThrowIfNull(url);
        var parts = url.Get(AtKey)?.Split(',').Select(part => double.TryParse(part, NumberStyles.Float, CultureInfo.InvariantCulture, out var value) ? value : double.NaN).ToList();
        return parts is [var latitude, var longitude, >= 0 and <= MapTile.MostZoom] && new GeoPoint(latitude, longitude).IsOnEarth ? url.Get(AtKey) : null;
    }

    /// <summary>What <see cref="PlaceOf"/> reads, of a map as it was moved.</summary>
    public static string TextOf(MapMoved moved)
    {
        ArgumentNullException.ThrowIfNull(moved);
        return string.Create(CultureInfo.InvariantCulture, $"{moved.Middle.Latitude:0.#####},{moved.Middle.Longitude:0.#####},{moved.Zoom:0.##}");
    }

    /// <summary>What the address has chosen; null: nothing.</summary>
    public static MapChoice? ChoiceOf(UrlState url)
    {
        ArgumentNullException.ThrowIfNull(url);
        return Kinds.Select(kind => (Kind: kind, Id: IdOf(url.Get(kind)))).Where(c => c.Id is not null).Select(c => new MapChoice(c.Kind, c.Id!.Value)).FirstOrDefault();
    }

    /// <summary>How the address changes when something is chosen, or with a null id nothing.</summary>
    public static IReadOnlyList<(string Key, string? Value)> Choosing(string kind, Guid? id) => [.. Kinds.Select(key => (key, key == kind ? id?.ToString() : null)), .. OfTheChosen.Select(key => (key, (string?)null))];

    /// <summary>Whether one of the keys that switch something on is on.</summary>
    public static bool IsOn(UrlState url, string key)
    {
        ArgumentNullException.ThrowIfNull(url);
        return url.Get(key) == "1";
    }

    public static Guid? IdOf(string? text) => Guid.TryParse(text, out var id) ? id : null;

    private static HashSet<MapLayers> HiddenOf(UrlState url) =>
        [.. (url.Get(HiddenKey) ?? "").Split('-').Select(word => Choices.FirstOrDefault(layer => WordOf(layer) == word)).Where(layer => layer != MapLayers.None)];

    private static string WordOf(MapLayers layer) => layer.ToString().ToLowerInvariant();
}
