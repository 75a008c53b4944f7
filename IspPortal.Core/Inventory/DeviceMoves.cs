using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Inventory;

/// <summary>Who may move what where.</summary>
internal static class DeviceMoves
{
    /// <summary>What is missing in a place, field by field.</summary>
    public static IEnumerable<FieldError> Judge(DeviceSpot spot)
    {
        if (!Enum.IsDefined(spot.Place))
        {
            yield return new FieldError("place", "common.not_allowed");
        }

        if (spot is { Place: DevicePlace.Warehouse, WarehouseId: null })
        {
            yield return new FieldError("warehouseId", "common.required");
        }

        if (spot is { Place: DevicePlace.Van, HolderId: null })
        {
            yield return new FieldError("holderId", "common.required");
        }

        if (spot is { Place: DevicePlace.Customer, CustomerId: null })
        {
            yield return new FieldError("customerId", "common.required");
        }
    }

    /// <summary>Whether somebody may move a device from here to there; null when so.</summary>
    public static Error? Refuse(DeviceSpot from, DeviceSpot to, Guid? actorId, bool mayWrite)
    {
        if (from == to)
        {
            return InventoryErrors.SamePlace;
        }

        if (mayWrite)
        {
            return null;
        }

        return from.Place == DevicePlace.Retired || to.Place == DevicePlace.Retired ? InventoryErrors.RetiringNeedsWrite
            : IsOthersVan(from, actorId) || IsOthersVan(to, actorId) ? InventoryErrors.OthersVan
            : null;
    }

    /// <summary>Whether a device may go straight from there to a customer in a swap.</summary>
    public static bool IsAvailable(DeviceSpot spot, Guid? actorId, bool mayWrite) =>
        spot.Place == DevicePlace.Warehouse || (spot.Place == DevicePlace.Van && (mayWrite || !IsOthersVan(spot, actorId)));

    /// <summary>Whether a move there needs to be explained.</summary>
    public static bool NeedsReason(DevicePlace place) => place is DevicePlace.FaultyReturns or DevicePlace.Retired;

    private static bool IsOthersVan(DeviceSpot spot, Guid? actorId) => spot.Place == DevicePlace.Van && spot.HolderId != actorId;
}
