namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>The end of a stock count.</summary>
/// <param name="Version">The version that was seen; required.</param>
internal sealed record EndCountBody(long? Version = null);
