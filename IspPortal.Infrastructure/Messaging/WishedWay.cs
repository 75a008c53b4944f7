using MessageChannel = IspPortal.Core.Messaging.MessageChannel;
using WishedChannel = IspPortal.Core.Customers.MessageChannel;

namespace IspPortal.Infrastructure.Messaging;

/// <summary>By which way a customer is told something, and where.</summary>
internal static class WishedWay
{
    /// <summary>The way that is wished and its address; null: none is wished, or there is no address for it.</summary>
    public static (MessageChannel Channel, string Address)? Of(WishedChannel wish, string? email, string? phone) =>
        ChannelOf(wish, email is { Length: > 0 }, phone is { Length: > 0 }) is { } channel ? (channel, channel == MessageChannel.Email ? email! : phone!) : null;

    /// <summary>The way alone, as <see cref="Of"/> would find it.</summary>
    public static MessageChannel? ChannelOf(WishedChannel wish, bool hasEmail, bool hasPhone) => wish switch
    {
        WishedChannel.WhatsApp when hasPhone => MessageChannel.WhatsApp,
        WishedChannel.Sms when hasPhone => MessageChannel.Sms,
        WishedChannel.Email when hasEmail => MessageChannel.Email,
        // A chat with the bot has no address here yet: the next best way.
        WishedChannel.Telegram => hasEmail ? MessageChannel.Email : hasPhone ? MessageChannel.WhatsApp : null,
        _ => null,
    };
}
