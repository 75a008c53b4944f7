namespace IspPortal.Infrastructure.Series;

/// <summary>What one poll said of the counters of a router's sessions.</summary>
/// <param name="Sequence">One more than the poll before had, so that a clock that is set back mixes nothing up and of two that write the same poll one fails.</param>
/// <param name="IsWhole">Whether <paramref name="Entries"/> names every session: what was known before is forgotten.</param>
/// <param name="Entries">The sessions whose counters did not just grow by what their samples say.</param>
internal sealed record MeteredSessions(long Sequence, bool IsWhole, IReadOnlyList<CounterEntry<Guid>> Entries);
