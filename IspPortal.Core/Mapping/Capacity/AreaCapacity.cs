using IspPortal.Core.Mapping.Ports;

namespace IspPortal.Core.Mapping.Capacity;

/// <summary>What an area has.</summary>
/// <param name="Area">The neighbourhood; null: ODPs without one.</param>
/// <param name="Odps">How many ODPs.</param>
/// <param name="FullOdps">How many of them have no free port.</param>
/// <param name="Stock">How their ports stand.</param>
public sealed record AreaCapacity(string? Area, int Odps, int FullOdps, PortStock Stock);
