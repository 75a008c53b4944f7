using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Network.Addressing;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network.Addressing;

/// <summary>Reads pools and fixed addresses of a router, without passwords and without what the router makes by itself. Writes nothing.</summary>
internal sealed class AddressReader(RouterClients clients, TimeProvider clock)
{
    private const string NoSuchCommand = "routeros.trap_no_such_command";

    // A router has the IPv6 menus only with that package, a hotspot or DHCP server perhaps not at all.
    private static readonly Menu[] Menus =
    [
        new(RouterMenus.Pool, "name", "ranges", "next-pool", "comment"),
        new("/ip/pool/used", "pool", "address") { MayBeAbsent = true },
        new(RouterMenus.PppProfile, "name", "remote-address"),
        new(RouterMenus.PppSecret, "name", "service", "remote-address", "disabled", "comment"),
        new("/ip/hotspot", "name", "address-pool", "disabled") { MayBeAbsent = true },
        new(RouterMenus.HotspotProfile, "name", "address-pool"),
        new(RouterMenus.HotspotUser, "name", "address", "disabled", "comment"),
        new("/ip/dhcp-server", "name", "address-pool", "disabled") { MayBeAbsent = true },
        new(RouterMenus.SimpleQueue, "name", "target", "disabled", "comment", "dynamic") { Query = "?dynamic=false" },
        new(RouterMenus.DhcpLease, "address", "mac-address", "disabled", "comment", "dynamic") { Query = "?dynamic=false" },
        new("/ip/address", "address", "disabled"),
        new("/ipv6/pool", "name", "prefix", "prefix-length") { MayBeAbsent = true },
        new("/ipv6/pool/used", "pool", "prefix") { MayBeAbsent = true },
    ];

    public async Task<Result<RouterAddresses>> ReadAsync(Guid routerId, CancellationToken cancellationToken)
    {
        var client = await clients.GetAsync(routerId, cancellationToken);
        if (!client.Succeeded)
        {
            return client.Error;
        }

        var read = new Dictionary<string, MenuContents>(StringComparer.Ordinal);
        foreach (var menu in Menus)
        {
            var command = new RouterOsCommand(menu.Path + "/print").Deadlines(TimeSpan.FromSeconds(10), TimeSpan.FromMinutes(2)).Proplist([".id", .. menu.Properties]);
            var rows = await client.Value.PrintAsync(menu.Query is null ? command : command.Where(menu.Query), cancellationToken);
            if (rows.Succeeded)
            {
                read[menu.Path] = new MenuContents(menu.Path, [.. rows.Value.Select(ItemOf)]);
            }
            else if (!menu.MayBeAbsent || rows.Error.Code != NoSuchCommand)
            {
                return rows.Error;
            }
        }

        return Of(RouterContents.Of(routerId, clock.UtcNow(), read.Values));
    }

    private static RouterAddresses Of(RouterContents contents)
    {
        IReadOnlyList<RouterItem> Items(string menu) => contents.Find(menu)?.Items ?? [];
        var pools = PoolFigures.Of(new PoolTables
        {
            Pools = Items(RouterMenus.Pool),
            Used = contents.Find("/ip/pool/used")?.Items,
            PppProfiles = Items(RouterMenus.PppProfile),
            PppSecrets = Items(RouterMenus.PppSecret),
            HotspotProfiles = Items(RouterMenus.HotspotProfile),
            Hotspots = Items("/ip/hotspot"),
            DhcpServers = Items("/ip/dhcp-server"),
            Ipv6Pools = Items("/ipv6/pool"),
            Ipv6Used = contents.Find("/ipv6/pool/used")?.Items,
        });
        var lines =
            from line in FoundLines.Of(contents)
            let address = line.Kind == FoundKind.Profile ? null : Ipv4.ToNumber(line.FixedAddress)
            where address is not null
            select (line, address.Value, OwnershipTag.TryRead(line.Tag, out var owner) ? owner : (Guid?)null);
        return new RouterAddresses(pools, [.. lines], [.. Items("/ip/address").Where(a => !a.IsDisabled).Select(a => a["address"]).OfType<string>()]);
    }

    private static RouterItem ItemOf(RouterOsRow row) =>
        new(row.Id ?? string.Empty, row.Columns.Where(c => c.Key != ".id").DistinctBy(c => c.Key, StringComparer.Ordinal).ToDictionary(c => c.Key, c => c.Value, StringComparer.Ordinal));

    private sealed record Menu(string Path, params string[] Properties)
    {
        public bool MayBeAbsent { get; init; }

        public string? Query { get; init; }
    }
}
