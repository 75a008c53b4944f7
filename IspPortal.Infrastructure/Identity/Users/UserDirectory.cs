using System.Linq.Expressions;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Users;

/// <inheritdoc cref="IUserDirectory" />
internal sealed class UserDirectory(IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, TimeProvider clock) : IUserDirectory
{
    public async Task<Result<Page<UserRow>>> ListAsync(UserFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.UsersRead) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var users = Filtered(context.Users.AsNoTracking(), filter, page.SearchOrNull, now);
        var total = await users.LongCountAsync(cancellationToken);
        var rows = await Sorted(users, page, now).Skip(page.Skip).Take(page.Take).Include(user => user.Roles).AsSplitQuery().ToListAsync(cancellationToken);
        return Page<UserRow>.Of([.. rows.Select(user => RowOf(user, now))], page, total);
    }

    public async Task<Result<UserDetails>> GetAsync(Guid userId, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.UsersRead) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Users.AsNoTracking().Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == userId, cancellationToken);
        if (user is null)
        {
            return IdentityErrors.UserNotFound;
        }

        var codes = await context.Set<RecoveryCode>().CountAsync(code => code.UserId == userId && code.UsedAtUtc == null, cancellationToken);
        var link = await context.Set<AccountLink>()
            .Where(row => row.UserId == userId && row.UsedAtUtc == null && row.ReplacedAtUtc == null && row.ExpiresAtUtc > now)
            .OrderByDescending(row => row.CreatedAtUtc)
            .Select(row => new OpenLink(row.Purpose, row.ExpiresAtUtc))
            .FirstOrDefaultAsync(cancellationToken);
        var permissions = RolePermissions.Of(user.Roles.Select(role => role.Role)).Order(StringComparer.Ordinal);
        return new UserDetails(RowOf(user, now), user.LastSignInAddress, codes, link, [.. permissions]);
    }

    private static IQueryable<PortalUser> Filtered(IQueryable<PortalUser> users, UserFilter filter, string? search, DateTime now)
    {
        if (search is not null)
        {
            var key = SearchKey.Of(search);
            users = users.Where(user => user.SearchKey.Contains(key));
        }

        if (filter.Role is { } role)
        {
            users = users.Where(user => user.Roles.Any(held => held.Role == role));
        }

        return filter.State switch
        {
            null => users,
            UserState.Deactivated => users.Where(user => !user.IsActive),
            UserState.Locked => users.Where(user => user.IsActive && user.LockedUntilAtUtc > now),
            UserState.Invited => users.Where(user => user.IsActive && user.PasswordHash == null && !(user.LockedUntilAtUtc > now)),
            _ => users.Where(user => user.IsActive && user.PasswordHash != null && (user.LockedUntilAtUtc == null || user.LockedUntilAtUtc <= now)),
        };
    }

    private static IQueryable<PortalUser> Sorted(IQueryable<PortalUser> users, PageRequest page, DateTime now)
    {
        var sorted = page.Sort switch
        {
            "email" => By(user => user.NormalizedEmail),
            "state" => By(user => !user.IsActive ? 3 : user.LockedUntilAtUtc > now ? 2 : user.PasswordHash == null ? 0 : 1),
            "lastSignIn" => By(user => user.LastSignInAtUtc),
            "created" => By(user => user.CreatedAtUtc),
            _ => By(user => user.SearchKey),
        };
        return sorted.ThenBy(user => user.Id);

        IOrderedQueryable<PortalUser> By<TKey>(Expression<Func<PortalUser, TKey>> key) => page.Descending ? users.OrderByDescending(key) : users.OrderBy(key);
    }

    private static UserRow RowOf(PortalUser user, DateTime now)
    {
        var held = user.Roles.Select(role => role.Role).ToHashSet(StringComparer.Ordinal);
        var lockedUntil = user.LockedUntilAtUtc > now ? user.LockedUntilAtUtc : null;
        var state = !user.IsActive ? UserState.Deactivated
            : lockedUntil is not null ? UserState.Locked
            : user.PasswordHash is null ? UserState.Invited
            : UserState.Active;
        return new UserRow(
            user.Id, user.Email ?? "", user.DisplayName, [.. PortalRoles.All.Where(held.Contains)], state, user.TwoFactorEnabled, user.Culture,
            user.LastSignInAtUtc, lockedUntil, user.CreatedAtUtc, user.Version);
    }
}
