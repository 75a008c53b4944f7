using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity.Links;

namespace IspPortal.Core.Identity.Users;

/// <summary>
/// Changes users. Needs <see cref="IdentityPermissions.UsersWrite"/>; every change is audited. Whatever would leave no active
/// administrator fails with <see cref="IdentityErrors.LastAdministrator"/>.
/// </summary>
public interface IUserEditor
{
    /// <summary>Makes an account without a password and the link (72 h) by which the person chooses one.</summary>
    Task<Result<IssuedLink>> InviteAsync(InviteUserRequest request, CancellationToken cancellationToken);

    /// <summary>Changes name, roles and language. New roles count at once.</summary>
    Task<Result> UpdateAsync(Guid userId, long version, SaveUserRequest request, CancellationToken cancellationToken);

    /// <summary>Switches an account off, which ends its sessions and tokens at once, or on again.</summary>
    Task<Result> SetActiveAsync(Guid userId, bool active, CancellationToken cancellationToken);

    /// <summary>A new link: an invite (72 h) for one who has no password yet, else a reset (24 h). Earlier links stop working.</summary>
    Task<Result<IssuedLink>> IssueLinkAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Ends the wait after too many wrong tries.</summary>
    Task<Result> UnlockAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Removes the authenticator and its recovery codes, for one who lost the phone, and ends the sessions.</summary>
    Task<Result> ResetTotpAsync(Guid userId, CancellationToken cancellationToken);

    /// <summary>Ends every session and token of the user.</summary>
    Task<Result> SignOutEverywhereAsync(Guid userId, CancellationToken cancellationToken);
}
