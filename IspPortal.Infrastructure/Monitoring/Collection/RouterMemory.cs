using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What the database remembers of a router when its collector starts.</summary>
/// <param name="Accesses">Those that live on it, and those that had a session there.</param>
/// <param name="OpenSessions">Sessions that were live when it was last read.</param>
/// <param name="Owned">Lines of the portal that are placed on it, wherever they live.</param>
internal sealed record RouterMemory(IReadOnlyList<AccessAccount> Accesses, IReadOnlyList<SessionRecord> OpenSessions, IReadOnlyList<OwnedHere> Owned)
{
    public static RouterMemory Empty { get; } = new([], [], []);
}
