namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>What came of noting finds.</summary>
/// <param name="Added">How many serial numbers were not found before.</param>
internal sealed record FoundStockResource(int Added);
