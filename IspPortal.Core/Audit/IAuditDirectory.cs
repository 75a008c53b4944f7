using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Audit;

/// <summary>Who did what, when, from where. Needs <see cref="AuditPermissions.AuditRead"/>.</summary>
public interface IAuditDirectory
{
    /// <summary>Rows, the newest first. The search matches actor, entity, entity id and action from their beginning, and the present names of things; never the case.</summary>
    Task<Result<Page<AuditRow>>> ListAsync(AuditFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One row with before and after; <see cref="AuditErrors.NotFound"/>.</summary>
    Task<Result<AuditDetails>> FindAsync(Guid id, CancellationToken cancellationToken);
}
