namespace IspPortal.Core.Inventory;

/// <summary>What a warehouse is.</summary>
/// <param name="Name">Its name; up to 60 characters.</param>
/// <param name="Address">Where it is, or null; up to 200 characters.</param>
/// <param name="IsClosed">Nothing goes there any more; it must be empty.</param>
public sealed record SaveWarehouseRequest(string Name, string? Address = null, bool IsClosed = false);
