using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Addressing;

/// <summary>
/// Pools, fixed addresses and their conflicts over all routers. Reading needs <see cref="NetworkPermissions.RoutersRead"/>, having a router read
/// <see cref="NetworkPermissions.RoutersOperate"/>, marking conflicts <see cref="NetworkPermissions.AccessesWrite"/>.
/// </summary>
public interface IAddressing
{
    /// <summary>Every enabled router, by name.</summary>
    Task<Result<IReadOnlyList<AddressRouterRow>>> ListRoutersAsync(CancellationToken cancellationToken);

    /// <summary>Pools; search over name, ranges and comment; sorts: used (the share, the default, downwards), name, router, size, read.</summary>
    Task<Result<Page<AddressPoolRow>>> ListPoolsAsync(AddressPoolFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Fixed addresses; search over username and the address's beginning; sorts: address (the default), username, router.</summary>
    Task<Result<Page<AddressAssignmentRow>>> ListAssignmentsAsync(AddressAssignmentFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Conflicts, the newest first; search over address and names; sorts: firstSeen, address, kind.</summary>
    Task<Result<Page<AddressConflictRow>>> ListConflictsAsync(AddressConflictFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Reads the pools and fixed addresses of a router now and looks for conflicts; gives its number of pools. Writes nothing to it.</summary>
    Task<Result<int>> ReadAsync(Guid routerId, CancellationToken cancellationToken);

    /// <summary>Says that a conflict is meant so; with a reason. Holds until somebody else has part in it.</summary>
    Task<Result> MarkIntendedAsync(Guid conflictId, string reason, CancellationToken cancellationToken);

    /// <summary>Takes that back.</summary>
    Task<Result> MarkOpenAsync(Guid conflictId, CancellationToken cancellationToken);
}
