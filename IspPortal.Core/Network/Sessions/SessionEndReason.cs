namespace IspPortal.Core.Network.Sessions;

/// <summary>Why a session is gone, as far as polling can tell.</summary>
public enum SessionEndReason
{
    /// <summary>It was no longer in the list; the router gave no reason.</summary>
    Disconnected,

    /// <summary>The same account came back with another session id: it redialled between two polls.</summary>
    Redialled,

    /// <summary>The router restarted.</summary>
    RouterRebooted,

    /// <summary>The router could not be read when it ended: it was there before the gap and not after it.</summary>
    LostDuringOutage,

    /// <summary>The router was removed or disabled in the portal.</summary>
    NoLongerPolled,
}
