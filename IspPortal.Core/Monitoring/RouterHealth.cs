namespace IspPortal.Core.Monitoring;

/// <summary>A router's own condition. Null means that the router does not report it.</summary>
/// <param name="Identity">The router's own name.</param>
/// <param name="RouterOsVersion">e.g. <c>7.18.2</c>.</param>
/// <param name="Board">Board name.</param>
/// <param name="SerialNumber">Serial number of the board.</param>
/// <param name="CpuPercent">0–100.</param>
/// <param name="MemoryUsedBytes">Used memory.</param>
/// <param name="MemoryTotalBytes">Total memory.</param>
/// <param name="DiskFreeBytes">Free storage.</param>
/// <param name="Uptime">Since its boot.</param>
/// <param name="TemperatureCelsius">The hottest of its temperatures.</param>
/// <param name="VoltageVolts">Supply voltage.</param>
/// <param name="ReadAtUtc">When this was read.</param>
public sealed record RouterHealth(
    string? Identity,
    string? RouterOsVersion,
    string? Board,
    string? SerialNumber,
    double? CpuPercent,
    long? MemoryUsedBytes,
    long? MemoryTotalBytes,
    long? DiskFreeBytes,
    TimeSpan? Uptime,
    double? TemperatureCelsius,
    double? VoltageVolts,
    DateTime ReadAtUtc);
