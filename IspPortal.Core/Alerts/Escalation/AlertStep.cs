namespace IspPortal.Core.Alerts.Escalation;

/// <summary>Who is told after a while.</summary>
public sealed record AlertStep
{
    /// <summary>How long after the incident opened, 0–1,440 min; each step is later than the one before.</summary>
    public int AfterMinutes { get; init; }

    /// <summary>Whoever is on call then.</summary>
    public bool OnCall { get; init; }

    /// <summary>Everybody of these roles.</summary>
    public IReadOnlyList<string> Roles { get; init; } = [];

    /// <summary>These people.</summary>
    public IReadOnlyList<Guid> UserIds { get; init; } = [];

    /// <summary>These rooms.</summary>
    public IReadOnlyList<AlertRoom> Rooms { get; init; } = [];
}
