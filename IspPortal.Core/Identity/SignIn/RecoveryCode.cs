namespace IspPortal.Core.Identity.SignIn;

/// <summary>One recovery code of an account with an authenticator.</summary>
internal sealed class RecoveryCode
{
    public required Guid Id { get; init; }

    public required Guid UserId { get; init; }

    /// <summary>SHA-256 of the code's 80 random bits, in hex.</summary>
    public required string CodeHash { get; init; }

    public DateTime? UsedAtUtc { get; set; }
}
