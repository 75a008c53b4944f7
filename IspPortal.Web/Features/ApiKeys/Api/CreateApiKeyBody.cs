namespace IspPortal.Web.Features.ApiKeys.Api;

/// <summary>A new key.</summary>
/// <param name="Name">What it is for; 1 to 100 characters.</param>
/// <param name="Scopes">Permissions, each held by the caller.</param>
/// <param name="ExpiresAtUtc">From when on it does not work; left out: never.</param>
/// <param name="AllowedAddresses">Addresses or networks (CIDR) that may use it; left out or empty: everywhere.</param>
internal sealed record CreateApiKeyBody(string? Name, IReadOnlyList<string>? Scopes, DateTimeOffset? ExpiresAtUtc, IReadOnlyList<string>? AllowedAddresses);
