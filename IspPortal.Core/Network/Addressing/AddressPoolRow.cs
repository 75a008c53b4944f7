namespace IspPortal.Core.Network.Addressing;

/// <summary>One pool of a router as it was last read.</summary>
/// <param name="Id">Its id, as long as the router has a pool of this name.</param>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Family">What it holds.</param>
/// <param name="Name">Its name on the router.</param>
/// <param name="Ranges">Its ranges, or its prefix, as the router writes them.</param>
/// <param name="NextPool">The pool that follows when this one is full, or null.</param>
/// <param name="Comment">The router's comment, or null.</param>
/// <param name="Users">What hands out its addresses; empty: nothing that is known.</param>
/// <param name="Size">How many addresses it holds; null: not known.</param>
/// <param name="Used">How many are given out; null: not known.</param>
/// <param name="Free">How many are left; null: not known.</param>
/// <param name="UsedPercent">The share given out; null: not known.</param>
/// <param name="ChainUsedPercent">The share with all pools that follow; null: not known.</param>
/// <param name="AboveSinceUtc">Since when that share is above the threshold; null: it is not.</param>
/// <param name="FixedAddresses">Fixed addresses of lines and accounts that lie in it.</param>
/// <param name="ReadAtUtc">When it was read.</param>
/// <param name="IsStale">The router could not be read since, or is not read any more.</param>
public sealed record AddressPoolRow(
    Guid Id, Guid RouterId, string RouterName, PoolFamily Family, string Name, string Ranges, string? NextPool, string? Comment, IReadOnlyList<PoolUser> Users, long? Size, long? Used,
    long? Free, double? UsedPercent, double? ChainUsedPercent, DateTime? AboveSinceUtc, int FixedAddresses, DateTime ReadAtUtc, bool IsStale);
