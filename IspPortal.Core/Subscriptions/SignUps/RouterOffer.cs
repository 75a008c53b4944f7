namespace IspPortal.Core.Subscriptions.SignUps;

/// <summary>A router that could serve a house.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="Name">Its name.</param>
/// <param name="Site">Where it stands, or null.</param>
/// <param name="DistanceKm">How far from the house as the crow flies; null when one of the places is not known.</param>
/// <param name="Lines">How many subscriptions it serves.</param>
/// <param name="CapacitySessions">How many sessions it is meant for, or null.</param>
/// <param name="CapacityMegabits">What its uplink carries, in Mbit/s, or null.</param>
/// <param name="CarriesPlan">Whether its uplink carries the plan.</param>
public sealed record RouterOffer(Guid RouterId, string Name, string? Site, double? DistanceKm, int Lines, int? CapacitySessions, int? CapacityMegabits, bool CarriesPlan);
