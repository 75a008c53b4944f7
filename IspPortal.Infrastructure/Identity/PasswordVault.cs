using Microsoft.AspNetCore.Identity;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Identity;

/// <summary>Makes and checks password hashes; checking takes the same time when there is none.</summary>
internal sealed class PasswordVault
{
    private readonly PasswordHasher<PortalUser> _hasher;
    private readonly Lazy<string> _decoy;
    private readonly PortalUser _nobody = new();

    public PasswordVault(IOptions<IdentitySettings> settings)
    {
        _hasher = new PasswordHasher<PortalUser>(Options.Create(new PasswordHasherOptions { IterationCount = settings.Value.PasswordIterations }));
        _decoy = new Lazy<string>(() => _hasher.HashPassword(_nobody, AccountTokens.New()));
    }

    public string Hash(string password) => _hasher.HashPassword(_nobody, password);

    /// <summary>Whether the password is the user's. <paramref name="user"/> null, or one without a password, is checked against a decoy.</summary>
    public PasswordVerificationResult Check(PortalUser? user, string password)
    {
        if (user?.PasswordHash is { } hash)
        {
            return _hasher.VerifyHashedPassword(user, hash, password);
        }

        _hasher.VerifyHashedPassword(_nobody, _decoy.Value, password);
        return PasswordVerificationResult.Failed;
    }
}
