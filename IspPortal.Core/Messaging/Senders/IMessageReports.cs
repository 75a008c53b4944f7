using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Senders;

/// <summary>
/// Takes what providers report of messages. Needs no permission: each call carries its own proof, and one without it changes nothing and is
/// <c>messages.sender_not_found</c>. <c>messages.report_too_early</c>: the message is not kept yet, the provider shall say it again.
/// </summary>
public interface IMessageReports
{
    /// <summary>The challenge back when the word of the Cloud API's verification is the one that the sender keeps.</summary>
    Task<Result<string>> VerifyCloudAsync(Guid senderId, string? mode, string? word, string? challenge, CancellationToken cancellationToken);

    /// <summary>A report of the Cloud API, signed over its bytes (<c>X-Hub-Signature-256</c>).</summary>
    Task<Result> TakeCloudAsync(Guid senderId, ReadOnlyMemory<byte> body, string? signature, CancellationToken cancellationToken);

    /// <summary>A report of Fonnte, which signs nothing: the word in the address is the proof.</summary>
    Task<Result> TakeFonnteAsync(Guid senderId, string word, string? providerId, string? state, CancellationToken cancellationToken);
}
