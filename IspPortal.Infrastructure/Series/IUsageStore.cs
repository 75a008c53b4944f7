namespace IspPortal.Infrastructure.Series;

/// <summary>What accesses used, by day of a zone: what is packed and what the journal holds.</summary>
internal interface IUsageStore
{
    /// <summary>The days of one access on which something was read or missed, the earliest first.</summary>
    Task<IReadOnlyList<(DateOnly On, UsageCount Count)>> DaysAsync(Guid accessId, DateOnly fromOn, DateOnly toOn, TimeZoneInfo zone, CancellationToken cancellationToken);

    /// <summary>The sums of many accesses over the same days.</summary>
    Task<IReadOnlyDictionary<Guid, UsageCount>> SumsAsync(
        IReadOnlyCollection<Guid> accessIds, DateOnly fromOn, DateOnly toOn, TimeZoneInfo zone, CancellationToken cancellationToken);

    /// <summary>The sums of many accesses, each from a day of its own on.</summary>
    Task<IReadOnlyDictionary<Guid, UsageCount>> SumsSinceAsync(IReadOnlyDictionary<Guid, DateOnly> sinceOn, DateOnly toOn, TimeZoneInfo zone, CancellationToken cancellationToken);

    /// <summary>Puts days of the past in the place of what is there.</summary>
    Task ImportAsync(Guid sourceId, IReadOnlyCollection<(Guid AccessId, DateOnly On, UsageCount Count)> days, CancellationToken cancellationToken);
}
