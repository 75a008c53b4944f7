using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging.Log;

/// <summary>Which customers want no advertising on which channels. Bills, receipts, outages and reminders reach them all the same.</summary>
public interface IMessageOptOuts
{
    /// <summary>The channels on which a customer wants none. Needs <see cref="MessagingPermissions.MessagesRead"/>.</summary>
    Task<Result<IReadOnlyList<MessageChannel>>> OfAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>Notes it, or takes it back; the same twice is once. Needs <see cref="MessagingPermissions.MessagesWrite"/>.</summary>
    Task<Result> SetAsync(Guid customerId, MessageChannel channel, bool isOut, CancellationToken cancellationToken);
}
