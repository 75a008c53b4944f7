namespace IspPortal.Core.Alerts;

/// <summary>Something that happened to an incident.</summary>
internal sealed class AlertMoment
{
    public required Guid Id { get; init; }

    public required Guid IncidentId { get; init; }

    public AlertMomentKind Kind { get; init; }

    public DateTime AtUtc { get; init; }

    /// <summary>Who; null: by itself.</summary>
    public string? By { get; init; }

    public string? Text { get; init; }
}
