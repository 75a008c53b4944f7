namespace IspPortal.Core.Inventory;

/// <summary>Where a device is, which is also what may be done with it.</summary>
public enum DevicePlace
{
    /// <summary>In a warehouse, good to go out.</summary>
    Warehouse,

    /// <summary>In a technician's van, good to go out.</summary>
    Van,

    /// <summary>At a customer.</summary>
    Customer,

    /// <summary>Came back broken; waits for repair or the maker.</summary>
    FaultyReturns,

    /// <summary>Gone for good: scrapped, sold off, lost.</summary>
    Retired,
}
