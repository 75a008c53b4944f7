namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>The line goes to another house.</summary>
/// <param name="Address">The new address in one line, up to 500 characters.</param>
/// <param name="Latitude">Where that is, or null. Both or neither.</param>
/// <param name="Longitude">Where that is, or null.</param>
/// <param name="RouterId">The router that serves it there; null: the same.</param>
/// <param name="Reason">Why, up to 500 characters, or null.</param>
public sealed record MoveHouseRequest(string Address, double? Latitude, double? Longitude, Guid? RouterId = null, string? Reason = null);
