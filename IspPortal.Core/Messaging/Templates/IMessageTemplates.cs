using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Templates;

/// <summary>
/// The texts of messages. Reading needs <see cref="MessagingPermissions.MessagesRead"/>, changing <see cref="MessagingPermissions.TemplatesWrite"/>. Errors: <c>messages.unknown_event</c>, and of a text
/// <c>messages.unknown_field</c>, <c>messages.brace_open</c>, <c>messages.brace_too_many</c>, <c>messages.each_does_not_fit</c> by field.
/// </summary>
public interface IMessageTemplates
{
    /// <summary>Every event, by key.</summary>
    Task<Result<IReadOnlyList<MessageTemplateRow>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One text, the portal's own or the one that the event comes with.</summary>
    Task<Result<MessageTemplateDetails>> GetAsync(string eventKey, MessageChannel channel, string language, CancellationToken cancellationToken);

    /// <summary>What it would look like with the samples of its fields; keeps nothing.</summary>
    Task<Result<TemplatePreview>> PreviewAsync(string eventKey, MessageChannel channel, string language, SaveTemplateRequest request, CancellationToken cancellationToken);

    /// <summary>Keeps a text, and gives its new version. What waits already goes out with it.</summary>
    Task<Result<long>> SaveAsync(string eventKey, MessageChannel channel, string language, long version, SaveTemplateRequest request, CancellationToken cancellationToken);

    /// <summary>Goes back to the text that the event comes with.</summary>
    Task<Result> ResetAsync(string eventKey, MessageChannel channel, string language, long version, CancellationToken cancellationToken);
}
