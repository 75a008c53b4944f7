using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Mapping.Incidents;

/// <summary>Outages as people see them. Reading needs <see cref="MappingPermissions.MapRead"/>.</summary>
public interface IOutageDirectory
{
    /// <summary>Outages, open ones first, then the latest. <paramref name="isOpen"/> null: all but those that came to nothing.</summary>
    Task<Result<Page<OutageRow>>> ListAsync(bool? isOpen, OutageKind? kind, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One outage. Errors: <c>outages.not_found</c>.</summary>
    Task<Result<OutageRow>> GetAsync(Guid outageId, CancellationToken cancellationToken);

    /// <summary>The lines it hit, those that are still off first. Errors: <c>outages.not_found</c>.</summary>
    Task<Result<Page<OutageLineRow>>> ListLinesAsync(Guid outageId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Says why. Needs <see cref="MappingPermissions.OutagesWrite"/>. Errors: <c>outages.not_found</c>, fields.</summary>
    Task<Result> NoteAsync(Guid outageId, long version, string? note, CancellationToken cancellationToken);

    /// <summary>Announces works: while they last, lines below the element are behind them. Needs <see cref="MappingPermissions.OutagesWrite"/>. Errors: <c>outages.element_not_found</c>, fields.</summary>
    Task<Result> AnnounceAsync(Guid outageId, AnnounceWorksRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Calls works off, or ends them now; the reason is up to 300 characters, or null. Needs <see cref="MappingPermissions.OutagesWrite"/>. Errors: <c>outages.not_found</c>, <c>outages.not_planned</c>,
    /// <c>outages.over</c>, fields.
    /// </summary>
    Task<Result> CallOffAsync(Guid outageId, long version, string? reason, CancellationToken cancellationToken);
}
