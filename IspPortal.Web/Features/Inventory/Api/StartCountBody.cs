namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>A stock count that begins.</summary>
/// <param name="WarehouseId">What is counted; required.</param>
internal sealed record StartCountBody(Guid? WarehouseId = null);
