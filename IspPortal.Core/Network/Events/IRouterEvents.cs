using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Network.Events;

/// <summary>What happened on routers, and who had which address. Needs <see cref="NetworkPermissions.SessionsRead"/>.</summary>
public interface IRouterEvents
{
    /// <summary>How far the list reaches and counts.</summary>
    const int MostListed = 10_000;

    /// <summary>
    /// Events, the newest first; search over username, interface, address and who changed something. The list ends at <see cref="MostListed"/> rows: when more match,
    /// <see cref="Page{T}.TotalIsAtLeast"/> is true, and older ones are found by a narrower time.
    /// </summary>
    Task<Result<Page<RouterEventRow>>> ListAsync(RouterEventFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>
    /// The sessions that had <paramref name="address"/> at <paramref name="atUtc"/>; when there was none, empty. More than one means that two routers gave it out.
    /// </summary>
    Task<Result<IReadOnlyList<AddressHolder>>> WhoHadAsync(string address, DateTime atUtc, CancellationToken cancellationToken);
}
