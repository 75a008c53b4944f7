namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>One key with what its page shows besides the row.</summary>
/// <param name="Key">The row.</param>
/// <param name="AllowedAddresses">Networks that may use it; empty is everywhere.</param>
/// <param name="LostScopes">Scopes that do not count now, because the maker does not hold the permission any more.</param>
/// <param name="RevokedAtUtc">When it was revoked, or null.</param>
/// <param name="RevokedBy">Who revoked it, or null.</param>
/// <param name="RevokedReason">Why, or null.</param>
public sealed record ApiKeyDetails(
    ApiKeyRow Key,
    IReadOnlyList<string> AllowedAddresses,
    IReadOnlyList<string> LostScopes,
    DateTime? RevokedAtUtc,
    string? RevokedBy,
    string? RevokedReason);
