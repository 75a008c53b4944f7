using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Core.Network.Access;

/// <summary>Reads accesses and their past sessions. Needs <see cref="NetworkPermissions.SessionsRead"/>.</summary>
public interface IAccessDirectory
{
    /// <summary>Lists accesses, online or not; search over username and comment; sorts: username, router, service, profile, lastSeen.</summary>
    Task<Result<Page<AccessRow>>> ListAsync(AccessFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One access, or <see cref="NetworkErrors.AccessNotFound"/>.</summary>
    Task<Result<AccessDetails>> GetAsync(Guid accessId, CancellationToken cancellationToken);

    /// <summary>Past and present sessions of one access, newest first.</summary>
    Task<Result<Page<SessionHistoryRow>>> ListSessionsAsync(Guid accessId, PageRequest page, CancellationToken cancellationToken);
}
