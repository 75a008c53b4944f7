namespace IspPortal.Core.Inventory.Counts;

/// <summary>A stock count.</summary>
/// <param name="Id">The count.</param>
/// <param name="WarehouseId">What is counted.</param>
/// <param name="WarehouseName">Its name.</param>
/// <param name="State">Where it stands.</param>
/// <param name="StartedAtUtc">When it began.</param>
/// <param name="StartedBy">Who began it.</param>
/// <param name="EndedAtUtc">When it was closed or given up, or null.</param>
/// <param name="EndedBy">By whom, or null.</param>
/// <param name="Found">How many serial numbers were found.</param>
/// <param name="Matched">How many were expected and found; 0 in lists while it is open.</param>
/// <param name="Missing">How many were expected and not found; 0 in lists while it is open.</param>
/// <param name="Misplaced">How many were found that the inventory has elsewhere; 0 in lists while it is open.</param>
/// <param name="Unknown">How many were found that the inventory does not know; 0 in lists while it is open.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record StockCountRow(
    Guid Id, Guid WarehouseId, string WarehouseName, StockCountState State, DateTime StartedAtUtc, string StartedBy, DateTime? EndedAtUtc, string? EndedBy, int Found, int Matched, int Missing, int Misplaced, int Unknown, long Version);
