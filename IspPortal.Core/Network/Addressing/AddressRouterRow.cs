namespace IspPortal.Core.Network.Addressing;

/// <summary>How the addresses of one router stand.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="ReadAtUtc">When it was last read whole; null: never.</param>
/// <param name="ErrorCode">Why the last try failed: what is shown is old. Null: it did not.</param>
/// <param name="ErrorDetail">The router's own words, or null.</param>
/// <param name="Pools">Pools; 0 while it was never read.</param>
/// <param name="NearlyFull">Pools above the threshold.</param>
/// <param name="Conflicts">Conflicts that stand and that nobody calls intended.</param>
public sealed record AddressRouterRow(Guid RouterId, string RouterName, DateTime? ReadAtUtc, string? ErrorCode, string? ErrorDetail, int Pools, int NearlyFull, int Conflicts);
