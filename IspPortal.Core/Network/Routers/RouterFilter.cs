namespace IspPortal.Core.Network.Routers;

/// <summary>Which routers a list shows.</summary>
/// <param name="State">Only those in this state, or null for all.</param>
public sealed record RouterFilter(RouterState? State = null);
