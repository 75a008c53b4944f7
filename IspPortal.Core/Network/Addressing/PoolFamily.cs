namespace IspPortal.Core.Network.Addressing;

/// <summary>What a pool holds.</summary>
public enum PoolFamily
{
    /// <summary>Single IPv4 addresses.</summary>
    Ipv4,

    /// <summary>IPv6 prefixes; they are listed, and no conflicts are looked for in them.</summary>
    Ipv6Prefix,
}
