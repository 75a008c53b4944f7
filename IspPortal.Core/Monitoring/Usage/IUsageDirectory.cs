using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Monitoring.Usage;

/// <summary>What accesses used, by business day. Kept as long as invoices. Needs <see cref="MonitoringPermissions.MonitoringRead"/>.</summary>
public interface IUsageDirectory
{
    /// <summary>The days of one access on which something was read, the earliest first; the present day counts up to its last poll.</summary>
    /// <param name="accessId">The access.</param>
    /// <param name="fromOn">First day.</param>
    /// <param name="toOn">Last day, at most 1,100 days later.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<IReadOnlyList<UsageDay>>> DaysAsync(Guid accessId, DateOnly fromOn, DateOnly toOn, CancellationToken cancellationToken);

    /// <summary>The sums of many accesses over the same days; one of which nothing was read is left out.</summary>
    /// <param name="accessIds">The accesses.</param>
    /// <param name="fromOn">First day.</param>
    /// <param name="toOn">Last day.</param>
    /// <param name="cancellationToken">Gives up.</param>
    Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsAsync(IReadOnlyCollection<Guid> accessIds, DateOnly fromOn, DateOnly toOn, CancellationToken cancellationToken);

    /// <summary>The same, each line from a day of its own on: one reading, however many first days there are.</summary>
    Task<Result<IReadOnlyDictionary<Guid, UsageTotal>>> SumsSinceAsync(IReadOnlyDictionary<Guid, DateOnly> sinceOn, DateOnly toOn, CancellationToken cancellationToken);
}
