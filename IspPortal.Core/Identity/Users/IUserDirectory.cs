using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Identity.Users;

/// <summary>Reads users. Needs <see cref="IdentityPermissions.UsersRead"/>.</summary>
public interface IUserDirectory
{
    /// <summary>Lists users; search over name and e-mail; sorts: name, email, state, lastSignIn, created. The list's own order is by name.</summary>
    Task<Result<Page<UserRow>>> ListAsync(UserFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One user, or <see cref="IdentityErrors.UserNotFound"/>.</summary>
    Task<Result<UserDetails>> GetAsync(Guid userId, CancellationToken cancellationToken);
}
