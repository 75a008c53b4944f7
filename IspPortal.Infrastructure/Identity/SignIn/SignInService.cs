using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Persistence;
using Microsoft.AspNetCore.Identity;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.SignIn;

/// <inheritdoc cref="ISignIn" />
internal sealed class SignInService(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, PasswordVault passwords, AttemptLimiter limiter, TimeProvider clock) : ISignIn
{
    public async Task<Result<SignInOutcome>> WithPasswordAsync(string email, string password, CancellationToken cancellationToken)
    {
        var name = EmailName.Normalize(email);
        if (name.Length > UserRules.MaxEmailLength || password.Length > PasswordRules.MaxLength || !PlainText.IsPlain(name))
        {
            return IdentityErrors.SignInFailed;
        }

        if (!limiter.Allows(current.Actor.Address, name))
        {
            return IdentityErrors.TooManyAttempts;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Users.AsNoTracking().Include(row => row.Roles).SingleOrDefaultAsync(row => row.NormalizedEmail == name, cancellationToken);
        // An unknown e-mail goes the same way, so that it takes the same time.
        var taken = await AccountTries.TakeAsync(context, clock, user?.Id ?? Guid.Empty, cancellationToken);
        var check = passwords.Check(user, password);
        if (user is null || !taken || !user.IsActive || check == PasswordVerificationResult.Failed)
        {
            var reason = user is null ? "unknown" : !taken ? "locked" : !user.IsActive ? "deactivated" : user.PasswordHash is null ? "no_password" : "wrong_password";
            return await FailAsync(context, user, name, reason, cancellationToken);
        }

        if (check == PasswordVerificationResult.SuccessRehashNeeded)
        {
            var hash = passwords.Hash(password);
            await context.Users.Where(row => row.Id == user.Id && row.PasswordHash == user.PasswordHash)
                .ExecuteUpdateAsync(set => set.SetProperty(row => row.PasswordHash, hash), cancellationToken);
        }

        if (user.TwoFactorEnabled)
        {
            await AccountTries.GiveBackAsync(context, user.Id, cancellationToken);
            return new SignInOutcome(null, new PendingSignIn(user.Id, user.SecurityStamp ?? ""));
        }

        return new SignInOutcome(await SessionMaker.BeginAsync(context, clock, user, current.Actor.Address, "password", cancellationToken), null);
    }

    public async Task<Result<AccountSession>> WithCodeAsync(PendingSignIn pending, string code, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Users.AsNoTracking().Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == pending.UserId, cancellationToken);
        if (user is not { IsActive: true, TwoFactorEnabled: true } || user.SecurityStamp != pending.Stamp)
        {
            return IdentityErrors.SecondStepExpired;
        }

        var name = user.NormalizedEmail ?? "";
        if (!limiter.Allows(current.Actor.Address, name))
        {
            return IdentityErrors.TooManyAttempts;
        }

        if (!await AccountTries.TakeAsync(context, clock, user.Id, cancellationToken))
        {
            return await FailAsync(context, user, name, "locked", cancellationToken);
        }

        if (await SecondFactor.UseTotpAsync(context, clock, user, code, cancellationToken))
        {
            return await SessionMaker.BeginAsync(context, clock, user, current.Actor.Address, "totp", cancellationToken);
        }

        return await SecondFactor.UseRecoveryCodeAsync(context, clock, user.Id, code, cancellationToken)
            ? await SessionMaker.BeginAsync(context, clock, user, current.Actor.Address, "recovery_code", cancellationToken)
            : await FailAsync(context, user, name, "wrong_code", cancellationToken);
    }

    public async Task SignedOutAsync(CancellationToken cancellationToken)
    {
        if (current.Actor is not { Kind: ActorKind.User, Id: { } userId } actor)
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        IdentityAudit.Record(context, clock, actor, IdentityAudit.SignedOut, userId);
        await context.SaveChangesAsync(cancellationToken);
    }

    private async Task<Error> FailAsync(PortalDbContext context, PortalUser? user, string name, string reason, CancellationToken cancellationToken)
    {
        limiter.CountFailure(current.Actor.Address, name);
        var actor = Actor.Anonymous with { Address = current.Actor.Address };
        var lockedNow = await AccountTries.LockedNowAsync(context, clock, user?.Id ?? Guid.Empty, cancellationToken);
        // What was typed is not kept for an unknown e-mail: people type passwords into the wrong field.
        IdentityAudit.Record(context, clock, actor, IdentityAudit.SignInFailed, user?.Id, new { reason });
        if (lockedNow && reason != "locked")
        {
            IdentityAudit.Record(context, clock, actor, IdentityAudit.LockedOut, user?.Id, new { minutes = (int)AccountTries.LockFor.TotalMinutes });
        }

        await context.SaveChangesAsync(cancellationToken);
        return IdentityErrors.SignInFailed;
    }
}
