using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Tests.Network;

/// <summary>Nothing is polled.</summary>
internal sealed class NothingLive : ILiveRouters
{
    public RouterStatus? StatusOf(Guid routerId) => null;

    public AccessPresence PresenceOf(Guid routerId, Guid accessId) => AccessPresence.Unknown;

    public SessionRow? SessionOf(Guid routerId, Guid accessId) => null;

    public SessionRow? LastOf(Guid routerId, Guid accessId, Guid sessionId) => null;
}
