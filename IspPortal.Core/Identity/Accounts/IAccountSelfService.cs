using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity.SignIn;

namespace IspPortal.Core.Identity.Accounts;

/// <summary>What a signed-in person does with the own account; anyone else gets <see cref="IdentityErrors.SignInRequired"/>. Audited.</summary>
public interface IAccountSelfService
{
    /// <summary>The own account.</summary>
    Task<Result<AccountProfile>> GetAsync(CancellationToken cancellationToken);

    /// <summary>Changes name, language and theme.</summary>
    Task<Result> SaveAsync(SaveProfileRequest request, CancellationToken cancellationToken);

    /// <summary>
    /// Changes the password, which ends every other session; gives the session to go on with. A wrong present password counts as a
    /// wrong try at signing in.
    /// </summary>
    Task<Result<AccountSession>> ChangePasswordAsync(string currentPassword, string newPassword, CancellationToken cancellationToken);

    /// <summary>Makes a secret, or gives the one that waits for its first code.</summary>
    Task<Result<TotpEnrolment>> StartTotpAsync(CancellationToken cancellationToken);

    /// <summary>Puts the authenticator in use once it gives a right code; gives ten recovery codes, shown this once.</summary>
    Task<Result<IReadOnlyList<string>>> ConfirmTotpAsync(string code, CancellationToken cancellationToken);

    /// <summary>Ten new recovery codes in place of the old ones; needs a code of the authenticator.</summary>
    Task<Result<IReadOnlyList<string>>> RenewRecoveryCodesAsync(string code, CancellationToken cancellationToken);

    /// <summary>Removes the authenticator; needs the password.</summary>
    Task<Result> DisableTotpAsync(string currentPassword, CancellationToken cancellationToken);

    /// <summary>Ends every session and token of the account; gives a new session to go on with here.</summary>
    Task<Result<AccountSession>> SignOutElsewhereAsync(CancellationToken cancellationToken);
}
