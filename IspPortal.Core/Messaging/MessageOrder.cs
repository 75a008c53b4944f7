namespace IspPortal.Core.Messaging;

/// <summary>What is to be told, and to whom.</summary>
/// <param name="Event">The key of a <see cref="MessageEventDefinition"/>, e.g. <c>alert.opened</c>.</param>
/// <param name="SubjectId">What it is about: the incident, the invoice.</param>
/// <param name="Kind">Which of the messages about it, e.g. <c>opened</c> or <c>reminder-2</c>. Subject, kind, channel and address together are queued once, ever.</param>
/// <param name="To">Whom. The same address twice is told once.</param>
/// <param name="Values">The event's fields by name, already written for the reader where that matters not, e.g. names; times and money as the definition says.</param>
/// <param name="NotAfterUtc">When its moment has passed: not sent after it. Null: the definition decides.</param>
/// <param name="NotBeforeUtc">When it may go first, or null: at once.</param>
/// <param name="Attachments">Files that go along, by e-mail only.</param>
public sealed record MessageOrder(
    string Event,
    Guid SubjectId,
    string Kind,
    IReadOnlyList<MessageRecipient> To,
    IReadOnlyDictionary<string, string> Values,
    DateTime? NotAfterUtc = null,
    DateTime? NotBeforeUtc = null,
    IReadOnlyList<MessageAttachment>? Attachments = null);
