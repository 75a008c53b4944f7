namespace IspPortal.Core.Mapping.Ports;

/// <summary>A drop that was connected.</summary>
/// <param name="DropId">The drop.</param>
/// <param name="OdpId">Its ODP.</param>
/// <param name="Number">Its port.</param>
public sealed record ConnectedDrop(Guid DropId, Guid OdpId, int Number);
