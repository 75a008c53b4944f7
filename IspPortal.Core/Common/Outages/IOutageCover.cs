namespace IspPortal.Core.Common.Outages;

/// <summary>
/// Which lines are behind an outage, and when they were: for those who must not blame a customer for it (alerts hide them, dunning waits, messages tell). Only outages that are
/// confirmed count, and planned works that began.
/// </summary>
public interface IOutageCover
{
    /// <summary>Of the given lines those that are behind an outage now, each with the one that began first.</summary>
    Task<IReadOnlyDictionary<Guid, OutageSpan>> NowAsync(IReadOnlyCollection<Guid> accessIds, CancellationToken cancellationToken);

    /// <summary>Every time that one of the given lines was behind an outage within [<paramref name="fromUtc"/>, <paramref name="toUtc"/>), the earliest first.</summary>
    Task<IReadOnlyList<OutageSpan>> BetweenAsync(IReadOnlyCollection<Guid> accessIds, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken);
}
