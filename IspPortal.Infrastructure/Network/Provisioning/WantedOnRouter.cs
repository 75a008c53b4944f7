using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>What one router should hold, and how many of the lines it is known to hold.</summary>
internal sealed record WantedOnRouter(IReadOnlyList<DesiredAccess> Accesses, IReadOnlyList<DesiredProfile> Profiles, bool IsolirIsReady, int KnownOwned);
