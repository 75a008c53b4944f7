namespace IspPortal.Core.Network.Addressing;

/// <summary>What hands out addresses of a pool.</summary>
public enum PoolUserKind
{
    /// <summary>A PPP profile.</summary>
    PppProfile,

    /// <summary>A single PPP account that names the pool.</summary>
    PppSecret,

    /// <summary>A hotspot user profile.</summary>
    HotspotProfile,

    /// <summary>A hotspot server.</summary>
    Hotspot,

    /// <summary>A DHCP server.</summary>
    DhcpServer,

    /// <summary>Another pool that continues with this one when it is full.</summary>
    Pool,
}
