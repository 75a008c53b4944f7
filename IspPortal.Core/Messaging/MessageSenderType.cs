namespace IspPortal.Core.Messaging;

/// <summary>What takes the messages of a sender.</summary>
public enum MessageSenderType
{
    /// <summary>A mail server, with STARTTLS.</summary>
    Smtp,

    /// <summary>A Telegram bot.</summary>
    TelegramBot,

    /// <summary>WhatsApp by Fonnte.</summary>
    Fonnte,

    /// <summary>WhatsApp by Wablas.</summary>
    Wablas,

    /// <summary>WhatsApp by Meta's Cloud API.</summary>
    WhatsAppCloud,

    /// <summary>SMS by Zenziva.</summary>
    Zenziva,

    /// <summary>An incoming webhook of Slack.</summary>
    Slack,

    /// <summary>A webhook of Discord.</summary>
    Discord,

    /// <summary>A webhook of Microsoft Teams.</summary>
    Teams,

    /// <summary>A signed HTTP call to anything.</summary>
    Webhook,
}
