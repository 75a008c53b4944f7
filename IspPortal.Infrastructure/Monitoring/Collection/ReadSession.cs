using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>One session as one read of the router gave it, whatever serves it. Bytes are null where they come from elsewhere (interfaces).</summary>
internal sealed record ReadSession(
    AccessService Service, string Username, string Mark, string? PppService, string? Address, string? CallerId, TimeSpan? Uptime, long? DownBytes, long? UpBytes)
{
    /// <summary>What the database keeps: nobody has a longer name.</summary>
    public const int LongestName = 256;

    public SessionIdentity Identity => new(Service, Username, Mark);

    public static IEnumerable<ReadSession> FromPpp(IEnumerable<PppActiveRow> rows) => rows
        .Where(r => r.Name.Length <= LongestName)
        .Select(r => new ReadSession(
            AccessService.Pppoe,
            r.Name,
            r.SessionId != 0 ? r.SessionId.ToString("x8", System.Globalization.CultureInfo.InvariantCulture) : r.Id,
            r.Service,
            NullIfEmpty(r.Address),
            NullIfEmpty(r.CallerId),
            r.Uptime,
            null,
            null));

    public static IEnumerable<ReadSession> FromHotspot(IEnumerable<HotspotActiveRow> rows) => rows
        .Where(r => r.User.Length <= LongestName)
        .Select(r => new ReadSession(
            AccessService.Hotspot,
            r.User.Length > 0 ? r.User : r.MacAddress,
            r.Id,
            null,
            NullIfEmpty(r.Address),
            NullIfEmpty(r.MacAddress),
            r.Uptime,
            r.BytesOut,
            r.BytesIn));

    /// <summary>A queue of one fixed address is a line; it is online while the address answers ARP.</summary>
    public static IEnumerable<ReadSession> FromStatic(IEnumerable<SimpleQueueRow> queues, IEnumerable<ArpRow> arp)
    {
        var neighbours = new Dictionary<string, ArpRow>();
        foreach (var row in arp.Where(IsAlive))
        {
            neighbours[row.Address] = row;
        }

        foreach (var queue in queues)
        {
            if (AddressOf(queue) is { } address && !queue.Disabled && neighbours.TryGetValue(address, out var neighbour))
            {
                yield return new ReadSession(
                    AccessService.Static, queue.Name, queue.Id, null, address, NullIfEmpty(neighbour.MacAddress), null, queue.DownloadBytes, queue.UploadBytes);
            }
        }
    }

    /// <summary>The one address a static line's queue is for, or null when the queue is something else.</summary>
    public static string? AddressOf(SimpleQueueRow queue)
    {
        var target = queue.Target;
        if (queue.Dynamic || queue.Name.Length is 0 or > LongestName || target.Contains(','))
        {
            return null;
        }

        var slash = target.IndexOf('/', StringComparison.Ordinal);
        var address = slash < 0 ? target : target[..slash];
        return slash >= 0 && target[(slash + 1)..] != "32" ? null
            : Ipv4.IsWhole(address) ? address
            : null;
    }

    // Version 7 says it in words, version 6 with a flag.
    private static bool IsAlive(ArpRow row) => !row.Disabled
        && (row.Status.Length > 0 ? row.Status is "reachable" or "stale" or "delay" or "probe" or "permanent" : row.Complete);

    private static string? NullIfEmpty(string text) => text.Length == 0 ? null : text.Length <= 64 ? text : text[..64];
}
