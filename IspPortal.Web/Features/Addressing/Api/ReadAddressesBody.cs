namespace IspPortal.Web.Features.Addressing.Api;

/// <summary>What to read.</summary>
/// <param name="RouterId">The router; required.</param>
internal sealed record ReadAddressesBody(Guid? RouterId = null);
