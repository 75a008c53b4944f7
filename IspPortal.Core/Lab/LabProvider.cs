namespace IspPortal.Core.Lab;

/// <summary>A provider of messages that the lab stands in for.</summary>
public enum LabProvider
{
    /// <summary>A mail server.</summary>
    Mail,

    /// <summary>WhatsApp by Fonnte.</summary>
    Fonnte,

    /// <summary>WhatsApp by Wablas.</summary>
    Wablas,

    /// <summary>WhatsApp by the Cloud API.</summary>
    WhatsAppCloud,

    /// <summary>A Telegram bot.</summary>
    Telegram,

    /// <summary>SMS by Zenziva.</summary>
    Zenziva,

    /// <summary>A room of Slack.</summary>
    Slack,

    /// <summary>A room of Discord.</summary>
    Discord,

    /// <summary>A room of Teams.</summary>
    Teams,

    /// <summary>Any endpoint that takes signed calls.</summary>
    Webhook,
}
