namespace IspPortal.Infrastructure.Series;

/// <summary>What one source (a router, or <see cref="Guid.Empty"/> for the network) said at one moment: the end of the samples' intervals. One source has one batch a millisecond.</summary>
internal sealed record SeriesBatch(Guid SourceId, DateTime AtUtc, IReadOnlyList<SeriesSample> Samples);
