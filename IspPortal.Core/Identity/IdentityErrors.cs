using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity;

/// <summary>Expected failures of sign-in, accounts and permissions.</summary>
public static class IdentityErrors
{
    /// <summary>Nobody is signed in.</summary>
    public static Error SignInRequired { get; } = new("identity.sign_in_required", ErrorKind.Unauthenticated);

    /// <summary>The actor lacks <paramref name="permission"/>.</summary>
    public static Error Forbidden(string permission) => new("identity.forbidden", ErrorKind.Forbidden, permission);

    /// <summary>
    /// The sign-in failed. One error for an unknown e-mail, a wrong password or code, a locked and a deactivated account, so that nobody
    /// learns which accounts exist; the audit holds the true reason.
    /// </summary>
    public static Error SignInFailed { get; } = new("identity.sign_in_failed", ErrorKind.Unauthenticated);

    /// <summary>The password was right and the account wants a code of its authenticator as well.</summary>
    public static Error CodeRequired { get; } = new("identity.code_required", ErrorKind.Unauthenticated);

    /// <summary>The time between the password and the code ran out, or the account changed meanwhile.</summary>
    public static Error SecondStepExpired { get; } = new("identity.second_step_expired", ErrorKind.Unauthenticated);

    /// <summary>Too many tries from one address or on one e-mail.</summary>
    public static Error TooManyAttempts { get; } = new("identity.too_many_attempts", ErrorKind.TooMany);

    /// <summary>The refresh token is unknown, expired, used or revoked.</summary>
    public static Error RefreshTokenInvalid { get; } = new("identity.refresh_token_invalid", ErrorKind.Unauthenticated);

    /// <summary>A change through the API needs a bearer token: the browser's cookie is not enough.</summary>
    public static Error BearerRequired { get; } = new("identity.bearer_required", ErrorKind.Unauthenticated);

    /// <summary>The link is unknown, used, replaced or expired.</summary>
    public static Error LinkInvalid { get; } = new("identity.link_invalid", ErrorKind.NotFound);

    /// <summary>No such user.</summary>
    public static Error UserNotFound { get; } = new("identity.user_not_found", ErrorKind.NotFound);

    /// <summary>The account is deactivated: activate it first.</summary>
    public static Error UserDeactivated { get; } = new("identity.user_deactivated", ErrorKind.Conflict);

    /// <summary>Another account has this e-mail.</summary>
    public static Error EmailTaken(string email) => new("identity.email_taken", ErrorKind.Conflict, email);

    /// <summary>The last active administrator cannot be demoted or deactivated.</summary>
    public static Error LastAdministrator { get; } = new("identity.last_administrator", ErrorKind.Conflict);

    /// <summary>One cannot deactivate one's own account.</summary>
    public static Error NotYourself { get; } = new("identity.not_yourself", ErrorKind.Conflict);

    /// <summary>The present password is wrong.</summary>
    public static Error CurrentPasswordWrong { get; } = Error.Invalid("identity.current_password_wrong", new FieldError("currentPassword", "identity.current_password_wrong"));

    /// <summary>The code does not fit, or was used before.</summary>
    public static Error CodeWrong { get; } = Error.Invalid("identity.code_wrong", new FieldError("code", "identity.code_wrong"));

    /// <summary>The authenticator is already in use.</summary>
    public static Error TotpAlreadyOn { get; } = new("identity.totp_already_on", ErrorKind.Conflict);

    /// <summary>No authenticator is in use, or enrolling was not started.</summary>
    public static Error TotpNotOn { get; } = new("identity.totp_not_on", ErrorKind.Conflict);

    /// <summary>
    /// The API key does not work. One error for a malformed, unknown, expired and revoked key, a wrong address and a maker whose account is off, so
    /// that nobody learns what to try next; the audit holds the true reason.
    /// </summary>
    public static Error ApiKeyInvalid { get; } = new("identity.api_key_invalid", ErrorKind.Unauthenticated);

    /// <summary>Only a signed-in person may do this, not an API key.</summary>
    public static Error PersonRequired { get; } = new("identity.person_required", ErrorKind.Forbidden);

    /// <summary>No such API key.</summary>
    public static Error ApiKeyNotFound { get; } = new("identity.api_key_not_found", ErrorKind.NotFound);

    /// <summary>The API key was revoked before.</summary>
    public static Error ApiKeyRevoked { get; } = new("identity.api_key_revoked", ErrorKind.Conflict);
}
