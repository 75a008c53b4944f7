using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Tests.Mapping;

/// <summary>Lines are as the test says; who is not named is unknown.</summary>
internal sealed class PresenceOf : ILiveRouters
{
    public Dictionary<Guid, AccessPresence> Lines { get; } = [];

    public RouterStatus? StatusOf(Guid routerId) => null;

    AccessPresence ILiveRouters.PresenceOf(Guid routerId, Guid accessId) => Lines.GetValueOrDefault(accessId);

    public SessionRow? SessionOf(Guid routerId, Guid accessId) => null;

    public SessionRow? LastOf(Guid routerId, Guid accessId, Guid sessionId) => null;
}
