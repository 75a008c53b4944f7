namespace IspPortal.Core.Inventory;

/// <summary>What one may be allowed to do with the inventory.</summary>
public static class InventoryPermissions
{
    /// <summary>See devices, where they are and were.</summary>
    public const string InventoryRead = "inventory.read";

    /// <summary>Receive and describe devices, keep models and warehouses, count stock, retire, reach into any van.</summary>
    public const string InventoryWrite = "inventory.write";

    /// <summary>Move devices between warehouses, one's own van, customers and faulty returns.</summary>
    public const string InventoryMove = "inventory.move";

    /// <summary>Swap a customer's device, which binds the line to the new one.</summary>
    public const string InventorySwap = "inventory.swap";
}
