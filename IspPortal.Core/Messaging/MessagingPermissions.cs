namespace IspPortal.Core.Messaging;

/// <summary>What one may be allowed to do with messages.</summary>
public static class MessagingPermissions
{
    /// <summary>See what was sent to whom, templates, and senders without their secrets.</summary>
    public const string MessagesRead = "messages.read";

    /// <summary>Send again, drop, and note who wants none.</summary>
    public const string MessagesWrite = "messages.write";

    /// <summary>Change templates.</summary>
    public const string TemplatesWrite = "message-templates.write";

    /// <summary>Set senders up, and send tests by them.</summary>
    public const string SendersWrite = "message-senders.write";
}
