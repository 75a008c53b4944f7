using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Network;

/// <summary>What lists of the network ask of whoever polls routers.</summary>
internal interface ILiveRouters
{
    /// <summary>Null when the router was never polled here.</summary>
    RouterStatus? StatusOf(Guid routerId);

    AccessPresence PresenceOf(Guid routerId, Guid accessId);

    /// <summary>The live session of an access as it may be shown now, or null.</summary>
    SessionRow? SessionOf(Guid routerId, Guid accessId);

    /// <summary>One live session as last read, whatever became of its router since, or null when it is not known as live.</summary>
    SessionRow? LastOf(Guid routerId, Guid accessId, Guid sessionId);
}
