using IspPortal.Core.Inventory;

namespace IspPortal.Web.Features.Inventory.Api;

/// <summary>Where a device goes.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="Place">warehouse, van, customer, faultyReturns or retired; required.</param>
/// <param name="Reason">Why, up to 500 characters; required for faultyReturns and retired.</param>
internal sealed record MoveItemBody(long? Version = null, DevicePlace? Place = null, string? Reason = null)
{
    /// <summary>The warehouse.</summary>
    public Guid? WarehouseId { get; init; }

    /// <summary>The user whose van it is.</summary>
    public Guid? HolderId { get; init; }

    /// <summary>The customer.</summary>
    public Guid? CustomerId { get; init; }

    /// <summary>The customer's line that it serves.</summary>
    public Guid? SubscriptionId { get; init; }
}
