using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Inventory;

/// <summary>Expected failures with the inventory.</summary>
public static class InventoryErrors
{
    /// <summary>There is no such device.</summary>
    public static Error DeviceNotFound { get; } = new("inventory.device_not_found", ErrorKind.NotFound);

    /// <summary>There is no such model.</summary>
    public static Error ModelNotFound { get; } = new("inventory.model_not_found", ErrorKind.NotFound);

    /// <summary>There is no such warehouse.</summary>
    public static Error WarehouseNotFound { get; } = new("inventory.warehouse_not_found", ErrorKind.NotFound);

    /// <summary>There is nobody of that id who may have devices in a van.</summary>
    public static Error HolderNotFound { get; } = new("inventory.holder_not_found", ErrorKind.NotFound);

    /// <summary>There is no such stock count.</summary>
    public static Error CountNotFound { get; } = new("inventory.count_not_found", ErrorKind.NotFound);

    /// <summary>The line is not the customer's.</summary>
    public static Error OtherCustomersLine { get; } = new("inventory.other_customers_line", ErrorKind.Conflict);

    /// <summary>A device of that serial number ({0}) is there already.</summary>
    public static Error SerialTaken(string serial) => new("inventory.serial_taken", ErrorKind.Conflict, serial);

    /// <summary>A device of that MAC address ({0}) is there already.</summary>
    public static Error MacTaken(string mac) => new("inventory.mac_taken", ErrorKind.Conflict, mac);

    /// <summary>Somebody entered the same device at the same moment.</summary>
    public static Error DeviceTaken { get; } = new("inventory.device_taken", ErrorKind.Conflict);

    /// <summary>The maker has a model of that name already.</summary>
    public static Error ModelTaken { get; } = new("inventory.model_taken", ErrorKind.Conflict);

    /// <summary>There is a warehouse of that name already.</summary>
    public static Error WarehouseTaken { get; } = new("inventory.warehouse_taken", ErrorKind.Conflict);

    /// <summary>The model is retired: nothing is received of it.</summary>
    public static Error ModelRetired { get; } = new("inventory.model_retired", ErrorKind.Conflict);

    /// <summary>The warehouse is closed.</summary>
    public static Error WarehouseClosed { get; } = new("inventory.warehouse_closed", ErrorKind.Conflict);

    /// <summary>The warehouse still holds devices ({0}): it cannot be closed.</summary>
    public static Error WarehouseNotEmpty(int devices) => new("inventory.warehouse_not_empty", ErrorKind.Conflict, devices);

    /// <summary>The device is there already.</summary>
    public static Error SamePlace { get; } = new("inventory.same_place", ErrorKind.Conflict);

    /// <summary>The device is in somebody else's van.</summary>
    public static Error OthersVan { get; } = new("inventory.others_van", ErrorKind.Forbidden);

    /// <summary>Retiring a device, and bringing one back, needs <see cref="InventoryPermissions.InventoryWrite"/>.</summary>
    public static Error RetiringNeedsWrite { get; } = new("inventory.retiring_needs_write", ErrorKind.Forbidden);

    /// <summary>The device that is to go in ({0}) is neither in a warehouse nor in a van that one may reach into.</summary>
    public static Error NotAvailable(string serial) => new("inventory.not_available", ErrorKind.Conflict, serial);

    /// <summary>The device that is to go out ({0}) is not at the customer.</summary>
    public static Error NotAtCustomer(string serial) => new("inventory.not_at_customer", ErrorKind.Conflict, serial);

    /// <summary>A count of the warehouse is under way.</summary>
    public static Error CountOpen { get; } = new("inventory.count_open", ErrorKind.Conflict);

    /// <summary>The count was closed or given up.</summary>
    public static Error CountClosed { get; } = new("inventory.count_closed", ErrorKind.Conflict);
}
