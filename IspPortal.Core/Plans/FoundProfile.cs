namespace IspPortal.Core.Plans;

/// <summary>A profile as a router holds it.</summary>
/// <param name="Name">Its name.</param>
/// <param name="RateLimit">In RouterOS's words; null or empty: unlimited.</param>
/// <param name="AddressList">The list of its sessions, or null.</param>
public sealed record FoundProfile(string Name, string? RateLimit, string? AddressList);
