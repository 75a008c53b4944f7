using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Network;

/// <summary>Whether a line is online, wherever of its routers that is.</summary>
internal static class LinePresence
{
    /// <summary>Online when any of its routers has a session of it; offline only when every router that lets it in was read and has none.</summary>
    /// <param name="live">What was read.</param>
    /// <param name="accessId">The line.</param>
    /// <param name="servedBy">The router that serves it.</param>
    /// <param name="others">Other routers on which it is.</param>
    public static AccessPresence Of(ILiveRouters live, Guid accessId, Guid servedBy, IReadOnlyList<OtherPlace> others)
    {
        var worst = live.PresenceOf(servedBy, accessId);
        foreach (var other in others)
        {
            worst = (worst, live.PresenceOf(other.RouterId, accessId)) switch
            {
                (AccessPresence.Online, _) or (_, AccessPresence.Online) => AccessPresence.Online,
                _ when other.IsClosed => worst,
                (AccessPresence.Unknown, _) or (_, AccessPresence.Unknown) => AccessPresence.Unknown,
                _ => AccessPresence.Offline,
            };
        }

        return worst;
    }

    /// <summary>The live session, first looked for where the line is served; one of a router that answers before one of a router that does not.</summary>
    public static SessionRow? SessionOf(ILiveRouters live, Guid accessId, Guid servedBy, IReadOnlyList<OtherPlace> others)
    {
        var here = live.SessionOf(servedBy, accessId);
        return here is { IsStale: false } ? here
            : others.Select(other => live.SessionOf(other.RouterId, accessId)).OfType<SessionRow>().OrderBy(session => session.IsStale).FirstOrDefault() is { } there && (here is null || !there.IsStale) ? there
            : here;
    }
}
