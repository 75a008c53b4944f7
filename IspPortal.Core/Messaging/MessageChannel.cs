namespace IspPortal.Core.Messaging;

/// <summary>How a message travels.</summary>
public enum MessageChannel
{
    /// <summary>E-mail by SMTP; the address is an e-mail address.</summary>
    Email,

    /// <summary>WhatsApp; the address is a telephone number in E.164.</summary>
    WhatsApp,

    /// <summary>A Telegram bot; the address is a chat id.</summary>
    Telegram,

    /// <summary>SMS; the address is a telephone number in E.164.</summary>
    Sms,

    /// <summary>A room of Slack, Discord or Teams; the address is the name of a configured room.</summary>
    Chat,

    /// <summary>A signed HTTP call; the address is the name of a configured endpoint.</summary>
    Webhook,
}
