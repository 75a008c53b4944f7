namespace IspPortal.Core.Inventory;

/// <summary>What is said about a device; where it is changes by moving it only.</summary>
/// <param name="ModelId">Its model.</param>
/// <param name="Serial">Its serial number.</param>
/// <param name="Mac">Its MAC address in any usual form, or null when unknown.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="Note">A few words, or null; up to 500 characters.</param>
public sealed record ChangeDeviceRequest(Guid ModelId, string Serial, string? Mac, DeviceOwner Owner, string? Note);
