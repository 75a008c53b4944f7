namespace IspPortal.Core.Network.Routers;

/// <summary>What we know of a router's reachability.</summary>
public enum RouterState
{
    /// <summary>Never polled since the start.</summary>
    Unknown,

    /// <summary>The last poll was good.</summary>
    Online,

    /// <summary>The last poll failed, but not yet often enough to call it offline.</summary>
    Warning,

    /// <summary>Several polls in a row failed (3 by default).</summary>
    Offline,

    /// <summary>An administrator switched it off; it is not polled.</summary>
    Disabled,
}
