using System.Security.Cryptography;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Accounts;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Identity.Links;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Identity.Accounts;

/// <inheritdoc cref="IAccountSelfService" />
internal sealed class AccountSelfService(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, PasswordVault passwords, AccountSessions sessions, IOptions<IdentitySettings> settings,
    TimeProvider clock) : IAccountSelfService
{
    public Task<Result<AccountProfile>> GetAsync(CancellationToken cancellationToken) => WithOwnAsync<AccountProfile>(async (context, user) =>
    {
        var codes = await context.Set<RecoveryCode>().CountAsync(code => code.UserId == user.Id && code.UsedAtUtc == null, cancellationToken);
        var held = user.Roles.Select(role => role.Role).ToHashSet(StringComparer.Ordinal);
        return new AccountProfile(
            user.Id, user.Email ?? "", user.DisplayName, user.Culture, user.Theme, [.. PortalRoles.All.Where(held.Contains)], user.TwoFactorEnabled, codes,
            user.LastSignInAtUtc, user.LastSignInAddress);
    }, cancellationToken);

    public async Task<Result> SaveAsync(SaveProfileRequest request, CancellationToken cancellationToken) => (await WithOwnAsync<Guid>(async (context, user) =>
    {
        FieldError[] faults = [.. UserRules.CheckName(request.Name), .. UserRules.CheckCulture(request.Culture), .. UserRules.CheckTheme(request.Theme)];
        if (faults.Length > 0)
        {
            return CommonErrors.Invalid(faults);
        }

        user.DisplayName = request.Name.Trim();
        user.SearchKey = SearchKey.Of(request.Name, user.Email);
        user.Culture = request.Culture;
        user.Theme = request.Theme;
        await context.SaveChangesAsync(cancellationToken);
        return user.Id;
    }, cancellationToken)).WithoutValue();

    public Task<Result<AccountSession>> ChangePasswordAsync(string currentPassword, string newPassword, CancellationToken cancellationToken) =>
        WithOwnAsync<AccountSession>(async (context, user) =>
        {
            if (PasswordRules.Check(newPassword, user.Email, "newPassword") is { Count: > 0 } faults)
            {
                return CommonErrors.Invalid(faults);
            }

            if (!await IsOwnPasswordAsync(context, user, currentPassword, cancellationToken))
            {
                return IdentityErrors.CurrentPasswordWrong;
            }

            user.PasswordHash = passwords.Hash(newPassword);
            user.EndSessions();
            IdentityAudit.Record(context, clock, current.Actor, IdentityAudit.PasswordSet, user.Id, new { by = "Self" });
            await LinkIssuer.ReplaceAsync(context, clock, user.Id, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return SessionMaker.SessionOf(user);
        }, cancellationToken);

    public Task<Result<TotpEnrolment>> StartTotpAsync(CancellationToken cancellationToken) => WithOwnAsync<TotpEnrolment>(async (context, user) =>
    {
        if (user.TwoFactorEnabled)
        {
            return IdentityErrors.TotpAlreadyOn;
        }

        if (user.TotpSecret is null)
        {
            user.TotpSecret = Convert.ToBase64String(RandomNumberGenerator.GetBytes(Totp.SecretLength));
            await context.SaveChangesAsync(cancellationToken);
        }

        var secret = Convert.FromBase64String(user.TotpSecret);
        return new TotpEnrolment(Totp.ToBase32(secret), Totp.ToUri(secret, settings.Value.TotpIssuer, user.Email ?? ""));
    }, cancellationToken);

    public Task<Result<IReadOnlyList<string>>> ConfirmTotpAsync(string code, CancellationToken cancellationToken) =>
        WithOwnAsync<IReadOnlyList<string>>(async (context, user) =>
        {
            if (user.TwoFactorEnabled)
            {
                return IdentityErrors.TotpAlreadyOn;
            }

            if (user.TotpSecret is null)
            {
                return IdentityErrors.TotpNotOn;
            }

            if (!await SecondFactor.UseTotpAsync(context, clock, user, code, cancellationToken))
            {
                return IdentityErrors.CodeWrong;
            }

            user.TwoFactorEnabled = true;
            var codes = await SecondFactor.RenewRecoveryCodesAsync(context, clock, user.Id, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return (Result<IReadOnlyList<string>>)codes.ToArray();
        }, cancellationToken);

    public Task<Result<IReadOnlyList<string>>> RenewRecoveryCodesAsync(string code, CancellationToken cancellationToken) =>
        WithOwnAsync<IReadOnlyList<string>>(async (context, user) =>
        {
            if (!user.TwoFactorEnabled)
            {
                return IdentityErrors.TotpNotOn;
            }

            if (!await AccountTries.TakeAsync(context, clock, user.Id, cancellationToken) || !await SecondFactor.UseTotpAsync(context, clock, user, code, cancellationToken))
            {
                return IdentityErrors.CodeWrong;
            }

            await AccountTries.ClearAsync(context, user.Id, cancellationToken);
            var codes = await SecondFactor.RenewRecoveryCodesAsync(context, clock, user.Id, cancellationToken);
            IdentityAudit.Record(context, clock, current.Actor, IdentityAudit.RecoveryCodesMade, user.Id);
            await context.SaveChangesAsync(cancellationToken);
            return (Result<IReadOnlyList<string>>)codes.ToArray();
        }, cancellationToken);

    public async Task<Result> DisableTotpAsync(string currentPassword, CancellationToken cancellationToken) => (await WithOwnAsync<Guid>(async (context, user) =>
    {
        if (!user.TwoFactorEnabled)
        {
            return IdentityErrors.TotpNotOn;
        }

        if (!await IsOwnPasswordAsync(context, user, currentPassword, cancellationToken))
        {
            return IdentityErrors.CurrentPasswordWrong;
        }

        user.TwoFactorEnabled = false;
        user.TotpSecret = null;
        context.RemoveRange(await context.Set<RecoveryCode>().Where(row => row.UserId == user.Id).ToListAsync(cancellationToken));
        await context.SaveChangesAsync(cancellationToken);
        return user.Id;
    }, cancellationToken)).WithoutValue();

    public Task<Result<AccountSession>> SignOutElsewhereAsync(CancellationToken cancellationToken) => WithOwnAsync<AccountSession>(async (context, user) =>
    {
        user.EndSessions();
        IdentityAudit.Record(context, clock, current.Actor, IdentityAudit.SessionsEnded, user.Id);
        await context.SaveChangesAsync(cancellationToken);
        return SessionMaker.SessionOf(user);
    }, cancellationToken);

    /// <summary>A wrong one counts like a wrong sign-in, so that a stolen session cannot try passwords for ever.</summary>
    private async Task<bool> IsOwnPasswordAsync(PortalDbContext context, PortalUser user, string password, CancellationToken cancellationToken)
    {
        if (password.Length > PasswordRules.MaxLength
            || !await AccountTries.TakeAsync(context, clock, user.Id, cancellationToken)
            || passwords.Check(user, password) == PasswordVerificationResult.Failed)
        {
            return false;
        }

        await AccountTries.ClearAsync(context, user.Id, cancellationToken);
        return true;
    }

    private async Task<Result<T>> WithOwnAsync<T>(Func<PortalDbContext, PortalUser, Task<Result<T>>> work, CancellationToken cancellationToken)
    {
        if (current.Actor is not { Kind: ActorKind.User, Id: { } userId })
        {
            return IdentityErrors.SignInRequired;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Users.Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == userId && row.IsActive, cancellationToken);
        if (user is null)
        {
            return IdentityErrors.SignInRequired;
        }

        try
        {
            var before = user.Version;
            var result = await work(context, user);
            if (user.Version != before)
            {
                sessions.Changed(userId);
            }

            return result;
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommonErrors.VersionConflict;
        }
    }
}
