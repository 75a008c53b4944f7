using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Levels;

/// <summary>Light as it was measured beside what the plant promises. Everything needs <see cref="MappingPermissions.MapRead"/>.</summary>
public interface IOpticalLevels
{
    /// <summary>ONTs with a reading that is young enough, those that lack most light first; search over serial number, ODP and user name; sorts: missing (default), measured, serial, odp.</summary>
    Task<Result<Page<LevelRow>>> ListAsync(LevelFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The latest readings of an ONT, at most 500, beside what should arrive; no readings of what is no serial number.</summary>
    Task<Result<LevelTrend>> TrendAsync(string ontSerial, CancellationToken cancellationToken);

    /// <summary>The smallest set of things that explains the lines that are too dark, those with the most lines first.</summary>
    Task<Result<IReadOnlyList<LevelCause>>> ListCausesAsync(CancellationToken cancellationToken);
}
