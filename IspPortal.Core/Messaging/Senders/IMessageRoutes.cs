namespace IspPortal.Core.Messaging.Senders;

/// <summary>Tells features by which channels anything can be sent. Needs no permission.</summary>
public interface IMessageRoutes
{
    /// <summary>Whether a sender of the channel is set up and switched on, paused or not.</summary>
    Task<bool> IsOpenAsync(MessageChannel channel, CancellationToken cancellationToken);
}
