using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>What the database remembers of a router when its collector starts.</summary>
internal sealed record RouterMemory(IReadOnlyList<AccessAccount> Accesses, IReadOnlyList<SessionRecord> OpenSessions)
{
    public static RouterMemory Empty { get; } = new([], []);
}
