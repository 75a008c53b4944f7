using IspPortal.Core.Network.Routers;

namespace IspPortal.Infrastructure.Network;

/// <summary>What the last polls say of a router, for lists.</summary>
internal sealed record RouterStatus(
    RouterState State,
    string? ErrorCode,
    string? Identity,
    string? RouterOsVersion,
    string? Board,
    double? CpuPercent,
    double? MemoryPercent,
    TimeSpan? Uptime,
    int? Sessions,
    long? DownBitsPerSecond,
    long? UpBitsPerSecond,
    double? ApiBusyPercent,
    DateTime? LastGoodPollAtUtc);
