namespace IspPortal.Core.Network.Access;

/// <summary>Whether an access has a live session.</summary>
public enum AccessPresence
{
    /// <summary>Its router cannot be read now, or was never read.</summary>
    Unknown,

    /// <summary>A session is live.</summary>
    Online,

    /// <summary>The router was read and has no session for it.</summary>
    Offline,
}
