namespace IspPortal.Web.Features.Plant.Api;

/// <summary>A port that is kept now.</summary>
/// <param name="OdpId">The ODP.</param>
/// <param name="Number">The port.</param>
internal sealed record ReservedPortResource(Guid OdpId, int Number);
