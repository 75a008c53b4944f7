namespace IspPortal.Core.Inventory;

/// <summary>Somebody who may have devices in a van.</summary>
/// <param name="UserId">The user.</param>
/// <param name="Name">The person's name.</param>
/// <param name="Devices">How many devices are in the van.</param>
public sealed record HolderRow(Guid UserId, string Name, int Devices);
