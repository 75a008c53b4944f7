using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Messaging;

/// <summary>The one way to send anything to anybody outside. For services and event handlers; it asks for no permission, its callers did.</summary>
public interface IMessageOutbox
{
    /// <summary>Queues it, durable when this returns. What is queued already (same subject, kind, channel and address) stays as it is.</summary>
    /// <returns>How many were queued now.</returns>
    Task<Result<int>> QueueAsync(MessageOrder order, CancellationToken cancellationToken);

    /// <summary>Drops what is not sent yet of a subject whose moment has passed, e.g. of a paid invoice or a resolved incident.</summary>
    /// <param name="subjectId">The subject.</param>
    /// <param name="kinds">Which kinds, or null: all.</param>
    /// <param name="cancellationToken">Gives up.</param>
    /// <returns>How many were dropped.</returns>
    Task<int> DropAsync(Guid subjectId, IReadOnlyCollection<string>? kinds, CancellationToken cancellationToken);
}
