namespace IspPortal.Core.Inventory;

/// <summary>A warehouse.</summary>
/// <param name="Id">The warehouse.</param>
/// <param name="Name">Its name; unique.</param>
/// <param name="Address">Where it is, or null.</param>
/// <param name="IsClosed">Nothing goes there any more.</param>
/// <param name="Devices">How many devices are in it.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record WarehouseRow(Guid Id, string Name, string? Address, bool IsClosed, int Devices, long Version);
