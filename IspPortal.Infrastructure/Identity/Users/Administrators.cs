using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Users;

/// <summary>Whoever can still administer: active, with a password, holding the role.</summary>
internal static class Administrators
{
    public static Task<bool> AnyAsync(PortalDbContext context, Guid? except, CancellationToken cancellationToken) =>
        context.Users.AnyAsync(
            user => user.IsActive && user.PasswordHash != null && user.Id != except && user.Roles.Any(role => role.Role == PortalRoles.Administrator), cancellationToken);
}
