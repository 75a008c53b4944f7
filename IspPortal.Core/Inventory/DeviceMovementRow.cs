namespace IspPortal.Core.Inventory;

/// <summary>One movement of a device.</summary>
/// <param name="Id">The movement.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Kind">Why it came about.</param>
/// <param name="From">Where it was; null when it came into stock.</param>
/// <param name="To">Where it went.</param>
/// <param name="Reason">The reason that was given, or null.</param>
/// <param name="ActorName">Who moved it.</param>
public sealed record DeviceMovementRow(Guid Id, DateTime AtUtc, DeviceMovementKind Kind, DeviceSpotRow? From, DeviceSpotRow To, string? Reason, string ActorName);
