using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity;

/// <summary>Expected failures of sign-in, accounts and permissions.</summary>
public static class IdentityErrors
{
    /// <summary>Nobody is signed in.</summary>
    public static Error SignInRequired { get; } = new("identity.sign_in_required", ErrorKind.Unauthenticated);

    /// <summary>The actor lacks <paramref name="permission"/>.</summary>
    public static Error Forbidden(string permission) => new("identity.forbidden", ErrorKind.Forbidden, permission);
}
