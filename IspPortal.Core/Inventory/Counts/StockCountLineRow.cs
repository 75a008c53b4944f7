namespace IspPortal.Core.Inventory.Counts;

/// <summary>What a count says about one serial number.</summary>
/// <param name="Serial">The serial number.</param>
/// <param name="Outcome">What it says.</param>
/// <param name="DeviceId">The device, or null when the inventory does not know it.</param>
/// <param name="ModelName">Maker and model, or null.</param>
/// <param name="FoundAtUtc">When it was found, or null.</param>
/// <param name="FoundBy">By whom, or null.</param>
public sealed record StockCountLineRow(string Serial, StockCountOutcome Outcome, Guid? DeviceId, string? ModelName, DateTime? FoundAtUtc, string? FoundBy);
