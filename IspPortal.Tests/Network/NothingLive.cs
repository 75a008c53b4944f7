using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Network;

namespace IspPortal.Tests.Network;

/// <summary>Nothing is polled, unless a test says what was read.</summary>
internal sealed class NothingLive : ILiveRouters
{
    /// <summary>The state of routers that were polled.</summary>
    public Dictionary<Guid, RouterState> States { get; } = [];

    /// <summary>Who is online where, on routers that were polled.</summary>
    public Dictionary<(Guid RouterId, Guid AccessId), SessionRow> Sessions { get; } = [];

    public RouterStatus? StatusOf(Guid routerId) => States.TryGetValue(routerId, out var state) ? new RouterStatus(state, null, null, null, null, null, null, null, null, null, null, null, null) : null;

    public AccessPresence PresenceOf(Guid routerId, Guid accessId) =>
        States.GetValueOrDefault(routerId) != RouterState.Online ? AccessPresence.Unknown
        : Sessions.ContainsKey((routerId, accessId)) ? AccessPresence.Online : AccessPresence.Offline;

    public SessionRow? SessionOf(Guid routerId, Guid accessId) =>
        Sessions.GetValueOrDefault((routerId, accessId)) is { } row ? row with { IsStale = States.GetValueOrDefault(routerId) != RouterState.Online } : null;

    public SessionRow? LastOf(Guid routerId, Guid accessId, Guid sessionId) => null;
}
