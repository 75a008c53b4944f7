using IspPortal.Core.Audit;

namespace IspPortal.Core.Identity.Links;

/// <summary>A one-time link; the token itself is not kept.</summary>
[Audited("account_link")]
internal sealed class AccountLink
{
    public required Guid Id { get; init; }

    /// <summary>Null for a set-up link.</summary>
    public Guid? UserId { get; init; }

    public required LinkPurpose Purpose { get; init; }

    /// <summary>SHA-256 of the token, in hex: the token has 256 random bits, so that no salt is needed.</summary>
    [NotAudited]
    public required string TokenHash { get; init; }

    public required DateTime CreatedAtUtc { get; init; }

    public required DateTime ExpiresAtUtc { get; init; }

    public DateTime? UsedAtUtc { get; set; }

    /// <summary>Set when a newer link took its place.</summary>
    public DateTime? ReplacedAtUtc { get; set; }
}
