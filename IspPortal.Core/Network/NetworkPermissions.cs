namespace IspPortal.Core.Network;

/// <summary>What one may be allowed to do with routers and sessions.</summary>
public static class NetworkPermissions
{
    /// <summary>See routers, their state and figures.</summary>
    public const string RoutersRead = "routers.read";

    /// <summary>Add, change, disable and remove routers.</summary>
    public const string RoutersWrite = "routers.write";

    /// <summary>See sessions and accesses, live and past.</summary>
    public const string SessionsRead = "sessions.read";

    /// <summary>Make plans for routers and apply, stop and undo them.</summary>
    public const string RoutersApply = "routers.apply";

    /// <summary>Read a router's menus and run harmless tools on it (ping, traceroute).</summary>
    public const string RoutersOperate = "routers.operate";

    /// <summary>Change single items on a router by hand: enable, disable, change a password.</summary>
    public const string RoutersChange = "routers.change";

    /// <summary>End live sessions.</summary>
    public const string SessionsKick = "sessions.kick";

    /// <summary>Say what lines should be.</summary>
    public const string AccessesWrite = "accesses.write";
}
