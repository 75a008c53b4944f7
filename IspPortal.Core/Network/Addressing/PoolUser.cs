namespace IspPortal.Core.Network.Addressing;

/// <summary>Something on a router that hands out addresses of a pool.</summary>
/// <param name="Kind">What it is.</param>
/// <param name="Name">Its name there.</param>
public sealed record PoolUser(PoolUserKind Kind, string Name);
