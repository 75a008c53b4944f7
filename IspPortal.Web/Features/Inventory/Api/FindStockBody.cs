namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>What was found in the warehouse.</summary>
/// <param name="Lines">One serial number each, as on the label; required, up to 500. Found twice is found once.</param>
internal sealed record FindStockBody(IReadOnlyList<string>? Lines = null);
