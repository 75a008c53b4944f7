using System.Globalization;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Imports;

/// <summary>Tells lines from everything else that a router's menus hold.</summary>
public static class FoundLines
{
    // RouterOS makes it by itself and it cannot be removed.
    private const string TrialUser = "default-trial";

    /// <summary>Every account, static line, lease without a queue, and every profile that one of the accounts uses.</summary>
    public static IReadOnlyList<FoundLine> Of(RouterContents contents)
    {
        ArgumentNullException.ThrowIfNull(contents);
        var lines = new List<FoundLine>();
        foreach (var menu in (string[])[RouterMenus.PppSecret, RouterMenus.HotspotUser, RouterMenus.SimpleQueue])
        {
            lines.AddRange((contents.Find(menu)?.Items ?? []).Select(item => TryRead(menu, item)).OfType<FoundLine>());
        }

        AddLeases(contents, lines);
        AddProfiles(contents, lines, AccessService.Pppoe, RouterMenus.PppProfile);
        AddProfiles(contents, lines, AccessService.Hotspot, RouterMenus.HotspotProfile);
        return lines;
    }

    /// <summary>One item of a menu of accounts or queues as a line; null when it is none: made by the router, another PPP service, a queue over a net.</summary>
    public static FoundLine? TryRead(string menu, RouterItem item)
    {
        ArgumentNullException.ThrowIfNull(item);
        if (item.IsDynamic || string.IsNullOrEmpty(item["name"]))
        {
            return null;
        }

        return menu switch
        {
            RouterMenus.PppSecret => item["service"] is null or "" or "any" or "pppoe"
                ? Account(FoundKind.Secret, AccessService.Pppoe, item, item["remote-address"], item["caller-id"])
                : null,
            RouterMenus.HotspotUser => item["name"] == TrialUser ? null : Account(FoundKind.HotspotUser, AccessService.Hotspot, item, item["address"], item["mac-address"]),
            RouterMenus.SimpleQueue => Queue(item),
            _ => null,
        };
    }

    /// <summary>The speed of a queue in the words of a rate limit; null when it has none.</summary>
    public static string? SpeedOf(RouterItem queue)
    {
        ArgumentNullException.ThrowIfNull(queue);
        if (!RatePair.TryParse(queue["max-limit"], out var rate))
        {
            return null;
        }

        RatePair? burst = RatePair.TryParse(queue["burst-limit"], out var b) ? b : null;
        RatePair? threshold = RatePair.TryParse(queue["burst-threshold"], out var t) && !t.IsZero ? t : null;
        BurstTimes? time = BurstTimes.TryParse(queue["burst-time"], out var s) ? s : null;
        RatePair? minimum = RatePair.TryParse(queue["limit-at"], out var m) && !m.IsZero ? m : null;
        var priority = int.TryParse(queue["priority"]?.Split('/')[0], NumberStyles.None, CultureInfo.InvariantCulture, out var p) ? p : 8;
        var limit = RateLimit.TryCreate(rate, burst, threshold, time, priority, minimum) ?? RateLimit.TryCreate(rate);
        return rate.IsZero && limit?.Burst is null ? null : limit?.ToString();
    }

    private static FoundLine Account(FoundKind kind, AccessService service, RouterItem item, string? address, string? caller) => new(kind, item["name"]!, item.Id)
    {
        Service = service,
        Profile = item["profile"] is { Length: > 0 } profile ? profile : "default",
        FixedAddress = string.IsNullOrEmpty(address) ? string.Empty : Ipv4.IsWhole(address) ? address : null,
        CallerId = string.IsNullOrEmpty(caller) ? string.Empty : IsMac(caller) ? caller.ToUpperInvariant() : null,
        Password = item["password"],
        IsDisabled = item.IsDisabled,
        Comment = OwnershipTag.Strip(item.Comment),
        Tag = OwnershipTag.TextOf(item.Comment),
    };

    private static FoundLine? Queue(RouterItem item) => HostOf(item["target"]) is not { } host ? null : new(FoundKind.Queue, item["name"]!, item.Id)
    {
        Service = AccessService.Static,
        FixedAddress = host,
        CallerId = string.Empty,
        RateLimit = SpeedOf(item),
        IsDisabled = item.IsDisabled,
        Comment = OwnershipTag.Strip(item.Comment),
        Tag = OwnershipTag.TextOf(item.Comment),
    };

    // "10.0.0.7/32" is one host; "10.0.0.0/24", an interface or several targets are something else.
    private static string? HostOf(string? target)
    {
        if (string.IsNullOrEmpty(target))
        {
            return null;
        }

        var bare = target.EndsWith("/32", StringComparison.Ordinal) ? target[..^3] : target;
        return Ipv4.IsWhole(bare) ? bare : null;
    }

    private static void AddLeases(RouterContents contents, List<FoundLine> lines)
    {
        var limited = lines.Where(l => l.Kind == FoundKind.Queue).Select(l => l.FixedAddress!).ToHashSet(StringComparer.Ordinal);
        foreach (var item in contents.Find(RouterMenus.DhcpLease)?.Items ?? [])
        {
            if (!item.IsDynamic && item["address"] is { Length: > 0 } address && Ipv4.IsWhole(address) && !limited.Contains(address))
            {
                lines.Add(new FoundLine(FoundKind.Lease, address, item.Id)
                {
                    Service = AccessService.Static,
                    FixedAddress = address,
                    CallerId = item["mac-address"] ?? string.Empty,
                    IsDisabled = item.IsDisabled,
                    Comment = OwnershipTag.Strip(item.Comment),
                    Tag = OwnershipTag.TextOf(item.Comment),
                });
            }
        }
    }

    private static void AddProfiles(RouterContents contents, List<FoundLine> lines, AccessService service, string menu)
    {
        var used = lines.Where(l => l.Service == service && l.Kind is FoundKind.Secret or FoundKind.HotspotUser).Select(l => l.Profile!).ToHashSet(StringComparer.Ordinal);
        foreach (var item in contents.Find(menu)?.Items ?? [])
        {
            if (item["name"] is { } name && used.Contains(name))
            {
                lines.Add(new FoundLine(FoundKind.Profile, name, item.Id)
                {
                    Service = service,
                    RateLimit = RateLimit.TryParse(item["rate-limit"], out var limit) ? limit.ToString() : null,
                    AddressList = item["address-list"] ?? string.Empty,
                    Comment = OwnershipTag.Strip(item.Comment),
                    Tag = OwnershipTag.TextOf(item.Comment),
                });
            }
        }
    }

    private static bool IsMac(string text) => text.Length == 17 && text.Split(':') is { Length: 6 } parts && parts.All(p => p.Length == 2 && p.All(char.IsAsciiHexDigit));
}
