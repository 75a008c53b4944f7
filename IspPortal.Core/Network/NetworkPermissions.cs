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
}
