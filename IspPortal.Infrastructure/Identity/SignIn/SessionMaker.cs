using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.SignIn;

/// <summary>The last step of every way in: frees the tries, notes when and from where, audits, gives the session.</summary>
internal static class SessionMaker
{
    public static async Task<AccountSession> BeginAsync(
        PortalDbContext context, TimeProvider clock, PortalUser user, string? address, string through, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await AccountTries.ClearAsync(context, user.Id, cancellationToken);
        await context.Users.Where(row => row.Id == user.Id).ExecuteUpdateAsync(
            set => set
                .SetProperty(row => row.LastSignInAtUtc, (DateTime?)now)
                .SetProperty(row => row.LastSignInAddress, address),
            cancellationToken);
        IdentityAudit.Record(context, clock, ActorOf(user, address), IdentityAudit.SignedIn, user.Id, new { through });
        await context.SaveChangesAsync(cancellationToken);
        return SessionOf(user);
    }

    public static AccountSession SessionOf(PortalUser user) =>
        new(user.Id, user.SecurityStamp ?? "", user.Email ?? "", user.DisplayName, user.Culture, user.Theme);

    public static Actor ActorOf(PortalUser user, string? address) =>
        new(ActorKind.User, user.Id, user.DisplayName, RolePermissions.Of(user.Roles.Select(role => role.Role)), address);
}
