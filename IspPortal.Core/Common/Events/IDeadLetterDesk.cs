using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Common.Events;

/// <summary>Deliveries of events that failed too often.</summary>
public interface IDeadLetterDesk
{
    /// <summary>Dead letters, the newest first. Needs <c>jobs.read</c>.</summary>
    Task<Result<Page<DeadLetterRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>Puts one back in the queue with its tries counted from zero. Needs <c>jobs.run</c>; <c>jobs.dead_letter_not_found</c>.</summary>
    Task<Result> RetryAsync(long id, CancellationToken cancellationToken);
}
