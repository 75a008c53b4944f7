namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>A new key, as the form gives it.</summary>
/// <param name="Name">What it is for; 1–100 characters.</param>
/// <param name="Scopes">At least one permission, each held by whoever makes the key.</param>
/// <param name="ExpiresAtUtc">From when on it does not work: later than now, within five years; null is never.</param>
/// <param name="AllowedAddresses">Up to 50 addresses or networks in CIDR notation that may use it; null or empty is everywhere.</param>
public sealed record CreateApiKeyRequest(string Name, IReadOnlyList<string> Scopes, DateTime? ExpiresAtUtc = null, IReadOnlyList<string>? AllowedAddresses = null);
