using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Identity.Links;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Users;

/// <inheritdoc cref="IUserEditor" />
internal sealed class UserEditor(IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, AccountSessions sessions, LinkMail mail, TimeProvider clock) : IUserEditor
{
    public async Task<Result<IssuedLink>> InviteAsync(InviteUserRequest request, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.UsersWrite) is { } denied)
        {
            return denied;
        }

        FieldError[] faults =
        [
            .. UserRules.CheckEmail(request.Email), .. UserRules.CheckName(request.Name), .. UserRules.CheckRoles(request.Roles),
            .. UserRules.CheckCulture(request.Culture),
        ];
        if (faults.Length > 0)
        {
            return CommonErrors.Invalid(faults);
        }

        var email = request.Email.Trim();
        var normalized = EmailName.Normalize(email);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Users.AnyAsync(row => row.NormalizedEmail == normalized, cancellationToken))
        {
            return IdentityErrors.EmailTaken(email);
        }

        var user = NewUser.Of(Ids.New(clock), email, request.Name, request.Roles, request.Culture, clock);
        context.Add(user);
        var link = await LinkIssuer.IssueAsync(context, clock, user.Id, LinkPurpose.Invite, cancellationToken);
        try
        {
            await context.SaveChangesAsync(cancellationToken);
        }
        catch (DbUpdateException)
        {
            // Two invited the same person at once: the unique index decides, and the loser hears why.
            await using var again = await contexts.CreateDbContextAsync(cancellationToken);
            if (await again.Users.AnyAsync(row => row.NormalizedEmail == normalized, cancellationToken))
            {
                return IdentityErrors.EmailTaken(email);
            }

            throw;
        }

        return link with { IsMailed = await mail.SendAsync(user.Id, email, user.DisplayName, user.Culture, link, cancellationToken) };
    }

    public async Task<Result> UpdateAsync(Guid userId, long version, SaveUserRequest request, CancellationToken cancellationToken)
    {
        FieldError[] faults = [.. UserRules.CheckName(request.Name), .. UserRules.CheckRoles(request.Roles), .. UserRules.CheckCulture(request.Culture)];
        return await ChangeAsync(userId, async (context, user) =>
        {
            if (faults.Length > 0)
            {
                return CommonErrors.Invalid(faults);
            }

            if (user.Version != version)
            {
                return CommonErrors.VersionConflict;
            }

            if (!request.Roles.Contains(PortalRoles.Administrator, StringComparer.Ordinal) && await IsLastAdministratorAsync(context, user, cancellationToken))
            {
                return IdentityErrors.LastAdministrator;
            }

            user.DisplayName = request.Name.Trim();
            user.SearchKey = SearchKey.Of(request.Name, user.Email);
            user.Culture = request.Culture;
            user.Roles.RemoveAll(held => !request.Roles.Contains(held.Role, StringComparer.Ordinal));
            user.Roles.AddRange(request.Roles.Distinct(StringComparer.Ordinal)
                .Where(role => user.Roles.TrueForAll(held => held.Role != role))
                .Select(role => new UserRole { UserId = userId, Role = role })
                .ToList());
            return Result.Success;
        }, cancellationToken);
    }

    public Task<Result> SetActiveAsync(Guid userId, bool active, CancellationToken cancellationToken) => ChangeAsync(userId, async (context, user) =>
    {
        if (!active && current.Actor.Id == userId)
        {
            return IdentityErrors.NotYourself;
        }

        if (!active && await IsLastAdministratorAsync(context, user, cancellationToken))
        {
            return IdentityErrors.LastAdministrator;
        }

        if (user.IsActive != active)
        {
            user.IsActive = active;
            user.EndSessions();
        }

        if (!active)
        {
            await LinkIssuer.ReplaceAsync(context, clock, userId, cancellationToken);
        }

        return Result.Success;
    }, cancellationToken);

    public async Task<Result<IssuedLink>> IssueLinkAsync(Guid userId, CancellationToken cancellationToken)
    {
        IssuedLink? link = null;
        PortalUser? whose = null;
        var result = await ChangeAsync(userId, async (context, user) =>
        {
            whose = user;
            if (!user.IsActive)
            {
                return IdentityErrors.UserDeactivated;
            }

            link = await LinkIssuer.IssueAsync(context, clock, userId, user.PasswordHash is null ? LinkPurpose.Invite : LinkPurpose.Reset, cancellationToken);
            return Result.Success;
        }, cancellationToken);
        return result.Succeeded ? link! with { IsMailed = await mail.SendAsync(userId, whose!.Email!, whose.DisplayName, whose.Culture, link, cancellationToken) } : result.Error;
    }

    public Task<Result> UnlockAsync(Guid userId, CancellationToken cancellationToken) => ChangeAsync(userId, (context, user) =>
    {
        user.AccessFailedCount = 0;
        user.LockedUntilAtUtc = null;
        IdentityAudit.Record(context, clock, current.Actor, IdentityAudit.Unlocked, userId);
        return Task.FromResult(Result.Success);
    }, cancellationToken);

    public Task<Result> ResetTotpAsync(Guid userId, CancellationToken cancellationToken) => ChangeAsync(userId, async (context, user) =>
    {
        if (!user.TwoFactorEnabled)
        {
            return IdentityErrors.TotpNotOn;
        }

        user.TwoFactorEnabled = false;
        user.TotpSecret = null;
        user.EndSessions();
        context.RemoveRange(await context.Set<RecoveryCode>().Where(code => code.UserId == userId).ToListAsync(cancellationToken));
        return Result.Success;
    }, cancellationToken);

    public Task<Result> SignOutEverywhereAsync(Guid userId, CancellationToken cancellationToken) => ChangeAsync(userId, (context, user) =>
    {
        user.EndSessions();
        IdentityAudit.Record(context, clock, current.Actor, IdentityAudit.SessionsEnded, userId);
        return Task.FromResult(Result.Success);
    }, cancellationToken);

    private static async Task<bool> IsLastAdministratorAsync(PortalDbContext context, PortalUser user, CancellationToken cancellationToken) =>
        user is { IsActive: true, PasswordHash: not null }
        && user.Roles.Exists(role => role.Role == PortalRoles.Administrator)
        && !await Administrators.AnyAsync(context, user.Id, cancellationToken);

    private async Task<Result> ChangeAsync(Guid userId, Func<PortalDbContext, PortalUser, Task<Result>> change, CancellationToken cancellationToken)
    {
        if (current.Deny(IdentityPermissions.UsersWrite) is { } denied)
        {
            return denied;
        }

        try
        {
            var result = await SerializableWork.RunAsync<Guid>(contexts, async context =>
            {
                var user = await context.Users.Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == userId, cancellationToken);
                if (user is null)
                {
                    return IdentityErrors.UserNotFound;
                }

                if (await change(context, user) is { Error: { } error })
                {
                    return error;
                }

                user.Touch();
                await context.SaveChangesAsync(cancellationToken);
                return userId;
            }, cancellationToken);
            if (result.Succeeded)
            {
                sessions.Changed(userId);
            }

            return result.WithoutValue();
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommonErrors.VersionConflict;
        }
    }
}
