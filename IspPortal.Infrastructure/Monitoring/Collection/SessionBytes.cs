namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What an open session moved so far, with the router's counters that this goes with.</summary>
internal sealed record SessionBytes(Guid RecordId, long? DownBytes, long? UpBytes, long? DownCounter, long? UpCounter);
