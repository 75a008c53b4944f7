namespace IspPortal.Web.Features.Plant.Api;

/// <summary>Where a drop goes.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="OdpId">The ODP; required. The one where it is leaves it there.</param>
/// <param name="Number">The port; left out: where it is when the ODP stays, else the first free one.</param>
/// <param name="Details">What the drop is from then on; left out: as it was.</param>
internal sealed record MoveDropBody(long? Version = null, Guid? OdpId = null, int? Number = null, DropDetailsBody? Details = null);
