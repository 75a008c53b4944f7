namespace IspPortal.Core.Mapping.Live;

/// <summary>A router that stands at a site or tower.</summary>
/// <param name="Id">The router.</param>
/// <param name="Name">Its name.</param>
public sealed record MapSiteRouter(Guid Id, string Name);
