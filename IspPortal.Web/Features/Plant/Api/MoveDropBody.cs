namespace IspPortal.Web.Features.Plant.Api;

/// <summary>Where a drop goes.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="OdpId">The ODP; required.</param>
/// <param name="Number">The port; left out: the first free one.</param>
internal sealed record MoveDropBody(long? Version = null, Guid? OdpId = null, int? Number = null);
