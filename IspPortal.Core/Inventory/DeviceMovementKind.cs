namespace IspPortal.Core.Inventory;

/// <summary>Why a device came to where it is.</summary>
public enum DeviceMovementKind
{
    /// <summary>It came into stock.</summary>
    Received,

    /// <summary>Somebody moved it.</summary>
    Moved,

    /// <summary>It replaced another one at a customer.</summary>
    SwappedIn,

    /// <summary>Another one replaced it.</summary>
    SwappedOut,

    /// <summary>A stock count found it where it was not expected.</summary>
    CountedIn,

    /// <summary>A stock count did not find it.</summary>
    CountedOut,
}
