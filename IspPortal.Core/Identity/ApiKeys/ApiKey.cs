using IspPortal.Core.Audit;

namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>A key with which a program calls the API. Its row is never deleted: the audit names it.</summary>
[Audited("api_key")]
internal sealed class ApiKey
{
    public required Guid Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The visible beginning of the key; unique, so that a key is found by an index.</summary>
    public required string Prefix { get; init; }

    /// <summary>SHA-256 of the whole key, in hex.</summary>
    [NotAudited]
    public required string SecretHash { get; init; }

    /// <summary>Names of permissions, with spaces between.</summary>
    public required string Scopes { get; init; }

    /// <summary>Networks that may use it, with spaces between; empty is everywhere.</summary>
    public required string AllowedAddresses { get; init; }

    public required Guid MakerId { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    /// <summary>From then on it does not work; null is never.</summary>
    public DateTime? ExpiresAtUtc { get; init; }

    [NotAudited]
    public DateTime? LastUsedAtUtc { get; set; }

    [NotAudited]
    public string? LastUsedAddress { get; set; }

    public DateTime? RevokedAtUtc { get; set; }

    public string? RevokedBy { get; set; }

    public string? RevokedReason { get; set; }

    [NotAudited]
    public required string SearchKey { get; init; }

    public long Version { get; set; }

    /// <summary>What the audit calls one who acts with this key: names may be equal, prefixes are not.</summary>
    public string ActorName => $"{Name} ({Prefix})";
}
