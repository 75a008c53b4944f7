namespace IspPortal.Core.Inventory;

/// <summary>Whose a device is.</summary>
public enum DeviceOwner
{
    /// <summary>The provider's; it comes back when the line ends.</summary>
    Provider,

    /// <summary>The customer's; it was sold or brought along.</summary>
    Customer,
}
