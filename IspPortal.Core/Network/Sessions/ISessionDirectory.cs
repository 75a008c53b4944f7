using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Sessions;

/// <summary>Reads the live sessions of every router. Needs <see cref="NetworkPermissions.SessionsRead"/>.</summary>
public interface ISessionDirectory
{
    /// <summary>
    /// Lists live sessions; search over username, address, caller id and router; sorts: username, router, address, callerId, started, down, up.
    /// The order of rows with equal keys is stable between calls.
    /// </summary>
    Task<Result<SessionPage>> ListAsync(SessionFilter filter, PageRequest page, CancellationToken cancellationToken);
}
