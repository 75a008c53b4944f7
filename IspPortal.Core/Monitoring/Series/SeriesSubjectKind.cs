namespace IspPortal.Core.Monitoring.Series;

/// <summary>What a series speaks of.</summary>
public enum SeriesSubjectKind
{
    /// <summary>An access; the subject is its id.</summary>
    Access,

    /// <summary>A router; the subject is its id.</summary>
    Router,

    /// <summary>One interface of a router; the subject is the router's id and the interface's name.</summary>
    Interface,

    /// <summary>The whole network.</summary>
    Network,

    /// <summary>A target that a router measures; the subject is the router's id and the target's address.</summary>
    Probe,

    /// <summary>A customer's device; the subject is its id.</summary>
    Cpe,

    /// <summary>A client of a wireless access point; the subject is the router's id and the client's MAC address.</summary>
    WirelessClient,

    /// <summary>An address pool of a router; the subject is the router's id and the pool's name.</summary>
    Pool,

    /// <summary>A device that dials in at a router; the subject is the router's id and the device's MAC address.</summary>
    Dialer,
}
