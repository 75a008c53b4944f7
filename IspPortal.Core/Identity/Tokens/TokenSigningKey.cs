namespace IspPortal.Core.Identity.Tokens;

/// <summary>A key that access tokens are signed with (HMAC-SHA-256); kept encrypted.</summary>
internal sealed class TokenSigningKey
{
    /// <summary>The token's <c>kid</c>.</summary>
    public required Guid Id { get; init; }

    /// <summary>64 random bytes in base 64.</summary>
    public required string Secret { get; init; }

    public required DateTime CreatedAtUtc { get; init; }
}
