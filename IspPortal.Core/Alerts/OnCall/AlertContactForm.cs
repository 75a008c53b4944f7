using IspPortal.Core.Messaging;

namespace IspPortal.Core.Alerts.OnCall;

/// <summary>How a person wants to be told of alerts.</summary>
public sealed record AlertContactForm
{
    /// <summary>A telephone number for WhatsApp and SMS, in E.164 or as it is written in Indonesia; null: none.</summary>
    public string? Phone { get; init; }

    /// <summary>The number of the chat with the portal's Telegram bot; null: none.</summary>
    public string? TelegramChatId { get; init; }

    /// <summary>How; at least one of e-mail, WhatsApp, Telegram and SMS.</summary>
    public IReadOnlyList<MessageChannel> Channels { get; init; } = [MessageChannel.Email];

    /// <summary>The version that was read; 0: there was none yet.</summary>
    public long Version { get; init; }
}
