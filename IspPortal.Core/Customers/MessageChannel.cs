namespace IspPortal.Core.Customers;

/// <summary>How somebody wants to get messages.</summary>
public enum MessageChannel
{
    /// <summary>WhatsApp, to the phone number.</summary>
    WhatsApp,

    /// <summary>SMS, to the phone number.</summary>
    Sms,

    /// <summary>E-mail.</summary>
    Email,

    /// <summary>Telegram, to the phone number.</summary>
    Telegram,

    /// <summary>No messages.</summary>
    None,
}
