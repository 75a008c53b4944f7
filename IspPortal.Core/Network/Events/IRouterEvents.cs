using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Events;

/// <summary>What happened on routers, and who had which address. Needs <see cref="NetworkPermissions.SessionsRead"/>.</summary>
public interface IRouterEvents
{
    /// <summary>Events, the newest first; search over username, interface, address and who changed something.</summary>
    Task<Result<Page<RouterEventRow>>> ListAsync(RouterEventFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// The sessions that had <paramref name="address"/> at <paramref name="atUtc"/>; when there was none, empty. More than one means that two routers gave it out.
    /// </summary>
    Task<Result<IReadOnlyList<AddressHolder>>> WhoHadAsync(string address, DateTime atUtc, CancellationToken cancellationToken);
}
