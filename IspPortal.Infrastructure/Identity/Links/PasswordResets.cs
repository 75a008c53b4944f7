using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Identity.Links;
using IspPortal.Core.Identity.Users;
using IspPortal.Infrastructure.Identity.SignIn;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Links;

/// <inheritdoc cref="IPasswordResets" />
internal sealed class PasswordResets(IDbContextFactory<PortalDbContext> contexts, ICurrentActor current, LinkMail mail, AttemptLimiter limiter, TimeProvider clock) : IPasswordResets
{
    private const string Counted = "reset:";

    public Task<bool> IsOfferedAsync(CancellationToken cancellationToken) => mail.IsOpenAsync(cancellationToken);

    public async Task<Result> AskAsync(string email, CancellationToken cancellationToken)
    {
        var name = EmailName.Normalize(email);
        if (name.Length is 0 or > UserRules.MaxEmailLength || !PlainText.IsPlain(name))
        {
            return Result.Success;
        }

        // Counted apart from sign-ins: asking locks nobody out.
        var (address, account) = (Counted + current.Actor.Address, Counted + name);
        if (!limiter.Allows(address, account))
        {
            return IdentityErrors.TooManyAttempts;
        }

        limiter.CountFailure(address, account);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Users.AsNoTracking().Where(row => row.NormalizedEmail == name && row.IsActive).Select(row => new { row.Id }).SingleOrDefaultAsync(cancellationToken);

        // Who has an account and who has none is written down alike, and the link is made later: the time tells nothing.
        IdentityAudit.Record(context, clock, current.Actor, IdentityAudit.ResetAsked, user?.Id);
        if (user is not null)
        {
            context.AddEvent(new PasswordResetAsked(user.Id));
        }

        await context.SaveChangesAsync(cancellationToken);
        return Result.Success;
    }
}
