namespace IspPortal.Core.Mapping.Ports;

/// <summary>Where a drop goes.</summary>
/// <param name="OdpId">The ODP; the one where it is leaves it there.</param>
/// <param name="Number">The port; null: where it is when the ODP stays, else the one that is kept for one of its lines, or the first free one.</param>
/// <param name="Details">What it is from then on; null: as it was.</param>
public sealed record MoveDropRequest(Guid OdpId, int? Number = null, DropDetails? Details = null);
