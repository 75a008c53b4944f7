namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>How reliable a router was.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Availability">How the time was spent.</param>
/// <param name="MeetsTarget">Whether it reaches the target of the settings; null: no time counts.</param>
public sealed record RouterAvailabilityRow(Guid RouterId, string RouterName, Availability Availability, bool? MeetsTarget);
