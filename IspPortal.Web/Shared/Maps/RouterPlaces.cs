using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Routers;
using IspPortal.Web.Shared.Formatting;
using Microsoft.Extensions.Localization;

namespace IspPortal.Web.Shared.Maps;

/// <summary>Routers as places of a map: their stored place with their live state.</summary>
internal sealed class RouterPlaces(ReaderFormat format, IStringLocalizer<SharedTexts> texts)
{
    public IReadOnlyList<MapPlace> Of(IReadOnlyList<RouterRow> placed, NetworkTotals? totals)
    {
        ArgumentNullException.ThrowIfNull(placed);
        var live = totals?.Routers.ToDictionary(router => router.RouterId) ?? [];
        var most = Math.Max(1, live.Values.Max(router => router.Sessions) ?? 1);
        return [.. placed
            .Where(row => row is { Latitude: not null, Longitude: not null })
            .Select(row => Place(row, live.GetValueOrDefault(row.Id), most))];
    }

    private MapPlace Place(RouterRow row, RouterLine? line, int most)
    {
        var state = line?.State ?? row.State;
        var rate = state == RouterState.Online ? line?.DownBitsPerSecond : null;
        return new MapPlace(
            row.Id,
            row.Latitude!.Value,
            row.Longitude!.Value,
            row.Name,
            rate is null ? null : format.BitRate(rate).ToString(),
            RouterStateBadge.ToneOf(state),
            texts["RouterState." + state],
            Math.Round(Math.Sqrt((line?.Sessions ?? 0) / (double)most), 1),
            state is not RouterState.Online);
    }
}
