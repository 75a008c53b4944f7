namespace IspPortal.Core.Alerts;

/// <summary>What happened to an incident.</summary>
public enum AlertMomentKind
{
    /// <summary>It opened.</summary>
    Opened,

    /// <summary>Somebody took it.</summary>
    Acknowledged,

    /// <summary>Somebody noted something.</summary>
    Noted,

    /// <summary>It is hidden behind another one, or behind an outage.</summary>
    Suppressed,

    /// <summary>It outlived what hid it.</summary>
    Surfaced,

    /// <summary>It came and went too often.</summary>
    Flapping,

    /// <summary>It opened within a maintenance window.</summary>
    Muted,

    /// <summary>It is over.</summary>
    Resolved,
}
