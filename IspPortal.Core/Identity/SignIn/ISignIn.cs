using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.SignIn;

/// <summary>
/// Checks who someone is. Every outcome is audited. Five wrong tries in a row lock an account for 15 minutes, counted before the
/// check so that parallel guesses count too; unknown e-mails cost the same time and give the same error.
/// </summary>
public interface ISignIn
{
    /// <summary>Checks e-mail and password. <see cref="IdentityErrors.SignInFailed"/> or <see cref="IdentityErrors.TooManyAttempts"/>.</summary>
    Task<Result<SignInOutcome>> WithPasswordAsync(string email, string password, CancellationToken cancellationToken);

    /// <summary>
    /// Checks the second step: six digits of the authenticator, or a recovery code, which is used up. <see cref="IdentityErrors.SignInFailed"/>,
    /// <see cref="IdentityErrors.SecondStepExpired"/> or <see cref="IdentityErrors.TooManyAttempts"/>.
    /// </summary>
    Task<Result<AccountSession>> WithCodeAsync(PendingSignIn pending, string code, CancellationToken cancellationToken);

    /// <summary>Audits that the person signed out of this browser.</summary>
    Task SignedOutAsync(CancellationToken cancellationToken);
}
