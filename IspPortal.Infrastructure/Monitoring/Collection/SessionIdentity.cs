using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Tells two sessions apart, also of one user: the router's session id, or the item's id where it gives none.</summary>
internal readonly record struct SessionIdentity(AccessService Service, string Username, string Mark);
