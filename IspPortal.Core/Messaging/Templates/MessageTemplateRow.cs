namespace IspPortal.Core.Messaging.Templates;

/// <summary>An event and where its text was changed.</summary>
/// <param name="Event">Its key.</param>
/// <param name="Priority">Which goes first.</param>
/// <param name="IsMarketing">Whether one may opt out of it.</param>
/// <param name="Changed">Channels and languages whose text is the portal's own.</param>
public sealed record MessageTemplateRow(string Event, MessagePriority Priority, bool IsMarketing, IReadOnlyList<MessageTemplateKey> Changed);
