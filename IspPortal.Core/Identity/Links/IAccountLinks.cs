using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity.SignIn;

namespace IspPortal.Core.Identity.Links;

/// <summary>
/// Uses one-time links; needs no permission, the token is the key. A token that is unknown, used, replaced or expired gives
/// <see cref="IdentityErrors.LinkInvalid"/>, without saying which.
/// </summary>
public interface IAccountLinks
{
    /// <summary>Whether the token still works; does not use it up.</summary>
    Task<Result<LinkPreview>> PreviewAsync(string token, CancellationToken cancellationToken);

    /// <summary>
    /// Chooses the password of an invited or locked-out person, uses the link up and ends every earlier session of the account. The
    /// authenticator stays. A password that breaks a rule leaves the link usable.
    /// </summary>
    Task<Result<SignInOutcome>> ChoosePasswordAsync(string token, string password, CancellationToken cancellationToken);

    /// <summary>Makes the first administrator and uses the link up; of two at once one succeeds.</summary>
    Task<Result<AccountSession>> SetUpAsync(string token, SetUpRequest request, CancellationToken cancellationToken);
}
