namespace IspPortal.Core.Identity.Tokens;

/// <summary>One refresh token; all that follow from one sign-in are a family.</summary>
internal sealed class RefreshToken
{
    public required Guid Id { get; init; }

    public required Guid FamilyId { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the token, in hex.</summary>
    public required string TokenHash { get; init; }

    /// <summary>The account's stamp at sign-in: whatever ends the sessions ends the family.</summary>
    public required string Stamp { get; init; }

    public required DateTime IssuedAtUtc { get; init; }

    public required DateTime ExpiresAtUtc { get; init; }

    public DateTime? UsedAtUtc { get; set; }

    public DateTime? RevokedAtUtc { get; set; }
}
