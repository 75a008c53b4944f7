namespace IspPortal.Core.Alerts;

/// <summary>Where an incident stands.</summary>
public enum AlertStatus
{
    /// <summary>Nobody has taken it yet.</summary>
    Open,

    /// <summary>Somebody has taken it; the condition still holds.</summary>
    Acknowledged,

    /// <summary>It is over.</summary>
    Resolved,
}
