using System.Globalization;
using IspPortal.Core.Mapping.Geo;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Core.Mapping.Live;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Core.Network.Routers;
using IspPortal.Web.Shared;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Features.Map.Live;

/// <summary>A view in the reader's words, as the browser draws it.</summary>
internal sealed class LiveMarks(ReaderFormat format, IStringLocalizer<MapTexts> texts, IStringLocalizer<SharedTexts> sharedTexts)
{
    /// <summary>All marks of a view; those that are drawn below come first.</summary>
    public IReadOnlyList<LiveMark> Of(MapView view, MapHeat heat)
    {
        ArgumentNullException.ThrowIfNull(view);
        var words = Enum.GetValues<MapLineState>().Select(state => texts["LineState." + state].Value).ToArray();
        return [
            .. view.Heat.Select(cell => Heat(cell, heat)),
            .. view.Ways.Select(Way),
            .. view.Nodes.Select(Node),
            .. view.Lines.Select(line => Line(line, words)),
            .. view.Routers.Select(Router)];
    }

    /// <summary>The areas of outages that have one; they lie below everything else.</summary>
    public IReadOnlyList<LiveMark> Of(OutageBoard? board) => [.. (board?.Open ?? []).Where(outage => outage.Box is not null).Select(outage => new LiveMark(
        outage.Id.ToString(),
        "outage",
        PlaceOf(outage.Box!.Value),
        outage.Kind == OutageKind.Router ? "unknown" : outage.State.ToString().ToLowerInvariant(),
        null,
        $"{outage.ElementName} · {texts[outage.Kind == OutageKind.Router ? "OutageUnknown" : "OutageLines", format.Count(outage.LinesNow)]} · {format.Moment(outage.StartedAtUtc)}"))];

    /// <summary>A place as the browser reads it.</summary>
    public static string PlaceOf(GeoPoint point) => string.Create(CultureInfo.InvariantCulture, $"{point.Latitude:0.######},{point.Longitude:0.######}");

    /// <summary>A box as the browser reads it.</summary>
    public static string PlaceOf(GeoBox box) => string.Create(CultureInfo.InvariantCulture, $"{box.South:0.######},{box.West:0.######},{box.North:0.######},{box.East:0.######}");

    /// <summary>The icon of a kind of node.</summary>
    public static string IconOf(PlantNodeKind kind) => kind switch
    {
        PlantNodeKind.Site => "home_work",
        PlantNodeKind.Tower => "cell_tower",
        PlantNodeKind.Olt => "dns",
        PlantNodeKind.Odc => "inventory_2",
        PlantNodeKind.Odp => "hub",
        PlantNodeKind.Closure => "join_inner",
        _ => "push_pin",
    };

    private LiveMark Line(MapLineMark line, string[] words)
    {
        if (line.AccessId is { } access)
        {
            var state = MapLineStates.WorstOf(line.States);
            return new LiveMark(access.ToString(), "line", PlaceOf(line.Point), WordOf(state), null, $"{line.Label} · {words[(int)state]}");
        }

        var place = PlaceOf(line.Point);
        var parts = line.States.Select((count, state) => (count, state)).Where(p => p.count > 0).Select(p => $"{words[p.state]} {format.Count(p.count)}");
        return new LiveMark(
            "lines " + place,
            "lines",
            place,
            WordOf(MapLineStates.WorstOf(line.States)),
            format.Count(line.Count),
            $"{texts["Lines", format.Count(line.Count)]}: {string.Join(", ", parts)}",
            string.Join(',', line.States),
            Math.Round(Math.Min(1, Math.Log10(line.Count) / 4), 1),
            PlaceOf(line.Box));
    }

    private LiveMark Router(MapRouterMark router) => new(
        router.Id.ToString(),
        "router",
        PlaceOf(router.Point),
        RouterStateBadge.ToneOf(router.State).ToString().ToLowerInvariant(),
        router.Name,
        $"{router.Name} · {sharedTexts["RouterState." + router.State]}",
        router.DownBitsPerSecond is { } rate ? format.BitRate(rate).ToString() : null,
        0.5);

    private LiveMark Node(MapNodeMark node)
    {
        var kind = texts["NodeKind." + node.Kind].Value;
        if (node.Id is { } id)
        {
            var ports = node.Kind == PlantNodeKind.Odp ? $"{node.FreePorts}/{node.Ports}" : null;
            return new LiveMark(
                id.ToString(), "node", PlaceOf(node.Point), LookOf(node), ports, ports is null ? $"{kind} {node.Name}" : $"{kind} {node.Name} · {texts["FreePorts", node.FreePorts, node.Ports]}", IconOf(node.Kind));
        }

        var place = PlaceOf(node.Point);
        var count = format.Count(node.Count);
        return new LiveMark(
            $"{node.Kind} {place}", "node", place, LookOf(node), $"{count}", node.Full > 0 ? $"{count} {kind} · {texts["FullOdps", format.Count(node.Full)]}" : $"{count} {kind}", IconOf(node.Kind), Box: PlaceOf(node.Box));
    }

    // One that is full has no place for a new customer; of several all must be.
    private static string LookOf(MapNodeMark node) => node.Kind == PlantNodeKind.Odp && node.Full == node.Count ? "full" : node.Kind.ToString().ToLowerInvariant();

    private LiveMark Way(MapWay way) => new(
        way.Id.ToString(),
        way.IsRadio ? "radio" : "cable",
        string.Join(' ', way.Points.Select(PlaceOf)),
        way.IsRadio ? "radio" : "cable",
        null,
        way.IsRadio ? $"{texts["RadioLink"]} {way.Name}" : $"{texts["Cable"]} {way.Name} · {texts["Cores", way.Cores]}");

    private LiveMark Heat(MapHeatCell cell, MapHeat heat)
    {
        var place = PlaceOf(cell.Box);
        return new LiveMark(
            "heat " + place,
            "heat",
            place,
            $"{heat.ToString().ToLowerInvariant()}-{cell.Level}",
            null,
            heat == MapHeat.Traffic ? $"↓ {format.BitRate((long)cell.Value)}" : texts[heat == MapHeat.Faults ? "LinesOffline" : "LinesHere", format.Count((long)cell.Value)]);
    }

    private static string WordOf(MapLineState state) => state.ToString().ToLowerInvariant();
}
