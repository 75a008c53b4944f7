using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Network.Addressing;

/// <summary>The rows of a router that tell about its pools. A table that is null was not there to be read.</summary>
internal sealed record PoolTables
{
    public IReadOnlyList<RouterItem> Pools { get; init; } = [];

    public IReadOnlyList<RouterItem>? Used { get; init; }

    public IReadOnlyList<RouterItem> PppProfiles { get; init; } = [];

    public IReadOnlyList<RouterItem> PppSecrets { get; init; } = [];

    public IReadOnlyList<RouterItem> HotspotProfiles { get; init; } = [];

    public IReadOnlyList<RouterItem> Hotspots { get; init; } = [];

    public IReadOnlyList<RouterItem> DhcpServers { get; init; } = [];

    public IReadOnlyList<RouterItem> Ipv6Pools { get; init; } = [];

    public IReadOnlyList<RouterItem>? Ipv6Used { get; init; }
}
