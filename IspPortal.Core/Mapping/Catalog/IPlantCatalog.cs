using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Catalog;

/// <summary>Lists what the plant has. Everything needs <see cref="MappingPermissions.MapRead"/>.</summary>
public interface IPlantCatalog
{
    /// <summary>Sites and towers; search over name and area; sorts: name (default), area.</summary>
    Task<Result<Page<SiteRow>>> ListSitesAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>One, or <see cref="MappingErrors.SiteNotFound"/>.</summary>
    Task<Result<SiteRow>> GetSiteAsync(Guid siteId, CancellationToken cancellationToken);

    /// <summary>ODPs; search over name and area; sorts: name (default), area, free, fill.</summary>
    Task<Result<Page<OdpRow>>> ListOdpsAsync(OdpFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One, or <see cref="MappingErrors.OdpNotFound"/>.</summary>
    Task<Result<OdpRow>> GetOdpAsync(Guid odpId, CancellationToken cancellationToken);

    /// <summary>The neighbourhoods that ODPs are in, by name.</summary>
    Task<Result<IReadOnlyList<string>>> ListAreasAsync(CancellationToken cancellationToken);

    /// <summary>Cables; search over name, owner and both ends; sorts: name (default), length, cores.</summary>
    Task<Result<Page<CableRow>>> ListCablesAsync(CableFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One, or <see cref="MappingErrors.CableNotFound"/>.</summary>
    Task<Result<CableRow>> GetCableAsync(Guid cableId, CancellationToken cancellationToken);
}
