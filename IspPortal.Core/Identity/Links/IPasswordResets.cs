using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.Links;

/// <summary>A new password for who forgot the old one, by e-mail. Needs no permission: the link goes to the account's own address and nowhere else.</summary>
public interface IPasswordResets
{
    /// <summary>Whether the portal can send e-mail at all.</summary>
    Task<bool> IsOfferedAsync(CancellationToken cancellationToken);

    /// <summary>
    /// Asks for a link. Succeeds whether or not the address has an account, and takes as long. Errors: <see cref="IdentityErrors.TooManyAttempts"/>.
    /// </summary>
    Task<Result> AskAsync(string email, CancellationToken cancellationToken);
}
