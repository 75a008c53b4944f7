namespace IspPortal.Infrastructure.Identity;

/// <summary>The <c>Identity</c> section. docs/operations/configure.md explains each setting.</summary>
internal sealed class IdentitySettings
{
    public const string Section = "Identity";

    /// <summary>PBKDF2-HMAC-SHA-512 rounds of new password hashes (OWASP 2023: 210,000); older hashes are renewed at sign-in.</summary>
    public int PasswordIterations { get; set; } = 210_000;

    /// <summary>The name that authenticator apps show.</summary>
    public string TotpIssuer { get; set; } = "IspPortal";

    /// <summary>Failed sign-ins of one address within five minutes, after which it must wait.</summary>
    public int FailuresPerAddress { get; set; } = 30;

    /// <summary>Failed sign-ins on one e-mail within five minutes, whether or not it has an account, after which it must wait.</summary>
    public int FailuresPerEmail { get; set; } = 10;
}
