namespace IspPortal.Infrastructure.RouterOs;

/// <summary>What the connection to a router is doing now.</summary>
internal enum RouterOsLinkState
{
    /// <summary>Not dialled yet, or closed by us.</summary>
    Closed,

    /// <summary>Dialling or logging in.</summary>
    Connecting,

    /// <summary>Logged in.</summary>
    Open,

    /// <summary>The last attempt or connection failed; the next caller dials again when the back-off has passed.</summary>
    Faulted,
}
