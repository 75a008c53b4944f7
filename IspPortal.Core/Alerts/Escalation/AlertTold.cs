using IspPortal.Core.Audit;
using IspPortal.Core.Messaging;

namespace IspPortal.Core.Alerts.Escalation;

/// <summary>Somebody was told of an incident. Unique by incident, channel and address.</summary>
internal sealed class AlertTold
{
    public required Guid Id { get; init; }

    public required Guid IncidentId { get; init; }

    public int Step { get; init; }

    /// <summary>The kind of the message, by which the message outbox knows it.</summary>
    public required string Kind { get; init; }

    public MessageChannel Channel { get; init; }

    [Personal]
    public required string Address { get; init; }

    public Guid? UserId { get; init; }

    /// <summary>The person's name; null: a room.</summary>
    public string? Name { get; init; }

    public required string Language { get; init; }

    public DateTime AtUtc { get; init; }
}
