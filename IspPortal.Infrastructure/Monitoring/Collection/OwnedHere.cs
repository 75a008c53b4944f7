using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>A line of the portal that is placed on a router, by the name it has or is to have there.</summary>
internal sealed record OwnedHere(AccessService Service, string Username, AccessAccount Account);
