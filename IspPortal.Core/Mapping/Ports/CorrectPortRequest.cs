using IspPortal.Core.Mapping.Plant;

namespace IspPortal.Core.Mapping.Ports;

/// <summary>What somebody sees at a port.</summary>
/// <param name="State"><see cref="OdpPortState.Free"/>, <see cref="OdpPortState.Broken"/> or <see cref="OdpPortState.Unknown"/>; the others come by reserving and connecting.</param>
/// <param name="Note">A few words, up to 300 characters, or null.</param>
public sealed record CorrectPortRequest(OdpPortState State, string? Note = null);
