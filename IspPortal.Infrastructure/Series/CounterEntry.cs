namespace IspPortal.Infrastructure.Series;

/// <summary>One session's counters, where they did not just grow by what the samples of its access say.</summary>
/// <param name="Access">Whose session it is.</param>
/// <param name="Mark">Tells the sessions of one router apart.</param>
/// <param name="Counters">When it began and where its counters stand; null: it is over.</param>
/// <param name="MoreDownBytes">Counted beyond the samples: usage that no graph shows, since nobody knows when in a gap it flowed.</param>
/// <param name="MoreUpBytes">The same, upwards.</param>
/// <param name="UnseenMs">How long, up to now, it lived without its traffic being read.</param>
internal readonly record struct CounterEntry<TAccess>(
    TAccess Access, string Mark, SessionCounters? Counters, long MoreDownBytes, long MoreUpBytes, long UnseenMs);
