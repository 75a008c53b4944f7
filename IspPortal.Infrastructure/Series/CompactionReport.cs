namespace IspPortal.Infrastructure.Series;

/// <summary>What one compaction did.</summary>
internal sealed record CompactionReport(int HoursPacked, int BatchesPacked, int ChunksWritten, int ChunksDropped);
