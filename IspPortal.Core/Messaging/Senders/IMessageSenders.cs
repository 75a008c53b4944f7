using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Senders;

/// <summary>The accounts that messages go out by. Reading needs <see cref="MessagingPermissions.MessagesRead"/>, changing <see cref="MessagingPermissions.SendersWrite"/>.</summary>
public interface IMessageSenders
{
    /// <summary>All, by channel and name.</summary>
    Task<Result<IReadOnlyList<MessageSenderRow>>> ListAsync(CancellationToken cancellationToken);

    /// <summary>One. <c>messages.sender_not_found</c>.</summary>
    Task<Result<MessageSenderDetails>> GetAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Sets one up under an id of the caller's; the same id twice is one. Errors: <c>common.invalid</c>, <c>messages.name_taken</c>.</summary>
    Task<Result> AddAsync(Guid id, SaveSenderRequest request, CancellationToken cancellationToken);

    /// <summary>Changes one; secrets that are null stay as they are.</summary>
    Task<Result> ChangeAsync(Guid id, long version, SaveSenderRequest request, CancellationToken cancellationToken);

    /// <summary>Pauses one, with a reason.</summary>
    Task<Result> PauseAsync(Guid id, string reason, CancellationToken cancellationToken);

    /// <summary>Lets a paused one go on; its failures are forgotten.</summary>
    Task<Result> ResumeAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Takes one away; what it sent stays in the log.</summary>
    Task<Result> RemoveAsync(Guid id, CancellationToken cancellationToken);

    /// <summary>Sends a test by this very sender, at once, whatever its pace. <c>messages.test_failed</c> with the provider's words.</summary>
    Task<Result> TestAsync(Guid id, string address, CancellationToken cancellationToken);
}
