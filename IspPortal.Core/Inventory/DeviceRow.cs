namespace IspPortal.Core.Inventory;

/// <summary>One device.</summary>
/// <param name="Id">The device.</param>
/// <param name="Serial">Its serial number, upper case; unique.</param>
/// <param name="Mac">Its MAC address as <c>AA:BB:CC:00:11:22</c>, or null when unknown; unique.</param>
/// <param name="ModelId">Its model.</param>
/// <param name="Kind">What it is for.</param>
/// <param name="Maker">Who makes it.</param>
/// <param name="ModelName">The model's name.</param>
/// <param name="Owner">Whose it is.</param>
/// <param name="At">Where it is.</param>
/// <param name="Note">A few words, or null.</param>
/// <param name="PlacedAtUtc">Since when it is there.</param>
/// <param name="Version">To be given back with a change.</param>
public sealed record DeviceRow(
    Guid Id, string Serial, string? Mac, Guid ModelId, DeviceKind Kind, string Maker, string ModelName, DeviceOwner Owner, DeviceSpotRow At, string? Note, DateTime PlacedAtUtc, long Version);
