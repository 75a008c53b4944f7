using IspPortal.Core.Audit;

namespace IspPortal.Core.Mapping.Plant;

/// <summary>Where a router stands in the plant.</summary>
[Audited("site_router")]
internal sealed class SiteRouter
{
    public required Guid RouterId { get; init; }

    /// <summary>The site or tower.</summary>
    public Guid NodeId { get; set; }

    public long Version { get; set; }
}
