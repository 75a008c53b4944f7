using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Senders;

/// <summary>Says before many messages are approved when the last of them will be out. Needs <see cref="MessagingPermissions.MessagesRead"/>.</summary>
public interface IMessageForecast
{
    /// <summary>When <paramref name="count"/> more of this channel and priority will be out. <c>messages.no_sender</c> when none sends there.</summary>
    Task<Result<SendingOutlook>> ForecastAsync(MessageChannel channel, MessagePriority priority, int count, CancellationToken cancellationToken);
}
