namespace IspPortal.Core.Inventory.Counts;

/// <summary>What the inventory says of a device that a count is about.</summary>
/// <param name="Serial">Its serial number.</param>
/// <param name="IsHere">Whether it is in the warehouse that is counted.</param>
/// <param name="PlacedAtUtc">Since when it is where it is.</param>
internal sealed record CountedDevice(string Serial, bool IsHere, DateTime PlacedAtUtc);
