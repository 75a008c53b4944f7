namespace IspPortal.Infrastructure.Series;

/// <summary>What one source (a router, or <see cref="Guid.Empty"/> for the network) said at one moment: the end of the samples' intervals. One source has one batch a millisecond.</summary>
internal sealed record SeriesBatch(Guid SourceId, DateTime AtUtc, IReadOnlyList<SeriesSample> Samples)
{
    /// <summary>What the samples alone do not say of the sessions' counters; null for a batch that read none.</summary>
    public MeteredSessions? Metered { get; init; }

    /// <summary>Whether it tells of a time that is over, as a file of old readings does: it is kept, and nobody is alarmed.</summary>
    public bool IsPast { get; init; }
}
