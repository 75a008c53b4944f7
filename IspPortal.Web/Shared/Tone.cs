namespace IspPortal.Web.Shared;

/// <summary>The state colours; each means one thing everywhere.</summary>
public enum Tone
{
    /// <summary>Unknown, disabled, stale.</summary>
    Neutral,

    /// <summary>Online, paid.</summary>
    Good,

    /// <summary>Warning, part, due soon.</summary>
    Warning,

    /// <summary>Offline, overdue, critical.</summary>
    Bad,

    /// <summary>Isolated.</summary>
    Isolated,

    /// <summary>Pending, information.</summary>
    Info,
}
