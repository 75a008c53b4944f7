using IspPortal.Core.Common.Events;

namespace IspPortal.Core.Messaging.Senders;

/// <summary>A sender was paused on signs of a ban: somebody has to look.</summary>
/// <param name="SenderId">The sender.</param>
public sealed record SenderPaused(Guid SenderId) : IDomainEvent
{
    /// <inheritdoc />
    public static string EventName => "messages.sender_paused";

    /// <inheritdoc />
    public Guid AggregateId => SenderId;
}
