namespace IspPortal.Core.Network.Events;

/// <summary>What happened on a router.</summary>
public enum RouterEventKind
{
    /// <summary>A customer's session began.</summary>
    Login,

    /// <summary>A customer's session ended.</summary>
    Logout,

    /// <summary>A customer was refused.</summary>
    LoginFailed,

    /// <summary>Somebody who wanted to administer the router was refused.</summary>
    AdminLoginFailed,

    /// <summary>An interface came up.</summary>
    LinkUp,

    /// <summary>An interface went down.</summary>
    LinkDown,

    /// <summary>The router started anew.</summary>
    Reboot,

    /// <summary>Somebody changed its configuration.</summary>
    ConfigurationChanged,
}
