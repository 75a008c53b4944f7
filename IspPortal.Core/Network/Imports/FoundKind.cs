namespace IspPortal.Core.Network.Imports;

/// <summary>What was found on a router.</summary>
public enum FoundKind
{
    /// <summary>A PPP account.</summary>
    Secret,

    /// <summary>A hotspot account.</summary>
    HotspotUser,

    /// <summary>A simple queue with one host as its target: a static line.</summary>
    Queue,

    /// <summary>A static DHCP lease without a queue of its own: a line whose speed nobody limits.</summary>
    Lease,

    /// <summary>A profile that accounts use.</summary>
    Profile,
}
