namespace IspPortal.Infrastructure.Series;

/// <summary>What a row of the journal says beside its samples.</summary>
/// <param name="IsWhole">Whether the entries name every session.</param>
/// <param name="Entries">Single sessions, by the number of their access.</param>
internal sealed record JournalRow(bool IsWhole, IReadOnlyList<CounterEntry<long>> Entries);
