using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Log;

/// <summary>What was sent to whom, and what waits. Reading needs <see cref="MessagingPermissions.MessagesRead"/>, acting <see cref="MessagingPermissions.MessagesWrite"/>; what is done is audited.</summary>
public interface IMessageLog
{
    /// <summary>Messages, the newest first; the search looks at the beginning of addresses and names.</summary>
    Task<Result<Page<MessageRow>>> ListAsync(MessageFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One message. <c>messages.not_found</c>.</summary>
    Task<Result<MessageDetails>> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>
    /// Sends one again that failed, was dropped or is uncertain: at once, and without an end. Of an uncertain one the receiver may get a second copy. Errors: <c>messages.not_found</c>,
    /// <c>messages.not_resendable</c>, <c>messages.text_forgotten</c>.
    /// </summary>
    Task<Result> ResendAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Takes one out that waits. Errors: <c>messages.not_found</c>, <c>messages.not_waiting</c>.</summary>
    Task<Result> DropAsync(Guid id, CancellationToken cancellationToken);
}
