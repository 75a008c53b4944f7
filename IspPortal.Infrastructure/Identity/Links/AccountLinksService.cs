using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.SignIn;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Links;

/// <inheritdoc cref="IAccountLinks" />
internal sealed class AccountLinksService(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, PasswordVault passwords, AccountSessions sessions, TimeProvider clock) : IAccountLinks
{
    public async Task<Result<LinkPreview>> PreviewAsync(string token, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await LinkIssuer.FindOpenAsync(context, clock, token, cancellationToken) is not { } link)
        {
            return IdentityErrors.LinkInvalid;
        }

        if (link.UserId is not { } userId)
        {
            return new LinkPreview(link.Purpose, null, null, link.ExpiresAtUtc);
        }

        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == userId && row.IsActive, cancellationToken);
        return user is null ? IdentityErrors.LinkInvalid : new LinkPreview(link.Purpose, user.Email, user.DisplayName, link.ExpiresAtUtc);
    }

    public async Task<Result<SignInOutcome>> ChoosePasswordAsync(string token, string password, CancellationToken cancellationToken)
    {
        try
        {
            return await TryChoosePasswordAsync(token, password, cancellationToken);
        }
        catch (DbUpdateConcurrencyException)
        {
            return CommonErrors.VersionConflict;
        }
    }

    private async Task<Result<SignInOutcome>> TryChoosePasswordAsync(string token, string password, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        var link = await LinkIssuer.FindOpenAsync(context, clock, token, cancellationToken);
        var user = link?.UserId is { } userId
            ? await context.Users.Include(row => row.Roles).SingleOrDefaultAsync(row => row.Id == userId && row.IsActive, cancellationToken)
            : null;
        if (link is null || user is null)
        {
            return IdentityErrors.LinkInvalid;
        }

        if (PasswordRules.Check(password, user.Email) is { Count: > 0 } faults)
        {
            return CommonErrors.Invalid(faults);
        }

        if (!await LinkIssuer.UseAsync(context, clock, link.Id, cancellationToken))
        {
            return IdentityErrors.LinkInvalid;
        }

        user.PasswordHash = passwords.Hash(password);
        user.EndSessions();
        var actor = SessionMaker.ActorOf(user, current.Actor.Address);
        IdentityAudit.Record(context, clock, actor, IdentityAudit.PasswordSet, user.Id, new { by = link.Purpose.ToString() });
        await context.SaveChangesAsync(cancellationToken);
        await AccountTries.ClearAsync(context, user.Id, cancellationToken);
        var outcome = user.TwoFactorEnabled
            ? new SignInOutcome(null, new PendingSignIn(user.Id, user.SecurityStamp!))
            : new SignInOutcome(await SessionMaker.BeginAsync(context, clock, user, current.Actor.Address, "link", cancellationToken), null);
        await transaction.CommitAsync(cancellationToken);
        sessions.Changed(user.Id);
        return outcome;
    }

    public async Task<Result<AccountSession>> SetUpAsync(string token, SetUpRequest request, CancellationToken cancellationToken)
    {
        FieldError[] faults =
        [
            .. UserRules.CheckEmail(request.Email), .. UserRules.CheckName(request.Name), .. UserRules.CheckCulture(request.Culture),
            .. PasswordRules.Check(request.Password, request.Email),
        ];
        if (faults.Length > 0)
        {
            return CommonErrors.Invalid(faults);
        }

        var hash = passwords.Hash(request.Password);
        return await SerializableWork.RunAsync(contexts, context => SetUpAsync(context, token, request, hash, cancellationToken), cancellationToken);
    }

    private async Task<Result<AccountSession>> SetUpAsync(PortalDbContext context, string token, SetUpRequest request, string hash, CancellationToken cancellationToken)
    {
        if (await LinkIssuer.FindOpenAsync(context, clock, token, cancellationToken) is not { Purpose: LinkPurpose.SetUp } link
            || await Administrators.AnyAsync(context, except: null, cancellationToken)
            || !await LinkIssuer.UseAsync(context, clock, link.Id, cancellationToken))
        {
            return IdentityErrors.LinkInvalid;
        }

        var email = request.Email.Trim();
        if (await context.Users.AnyAsync(row => row.NormalizedEmail == EmailName.Normalize(email), cancellationToken))
        {
            return IdentityErrors.EmailTaken(email);
        }

        var user = NewUser.Of(Ids.New(clock), email, request.Name, [PortalRoles.Administrator], request.Culture, clock);
        user.PasswordHash = hash;
        context.Actor = SessionMaker.ActorOf(user, current.Actor.Address);
        context.Add(user);
        IdentityAudit.Record(context, clock, context.Actor, IdentityAudit.PasswordSet, user.Id, new { by = nameof(LinkPurpose.SetUp) });
        await context.SaveChangesAsync(cancellationToken);
        return await SessionMaker.BeginAsync(context, clock, user, current.Actor.Address, "link", cancellationToken);
    }
}
