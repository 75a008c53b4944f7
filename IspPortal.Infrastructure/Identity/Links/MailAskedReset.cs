using IspPortal.Core.Common.Events;
using IspPortal.Core.Identity.Links;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Links;

/// <summary>Makes the link that somebody asked for on the sign-in page and sends it to the account's own address.</summary>
internal sealed class MailAskedReset(IDbContextFactory<PortalDbContext> contexts, LinkMail mail, TimeProvider clock) : IEventHandler<PasswordResetAsked>
{
    public async Task HandleAsync(PasswordResetAsked domainEvent, CancellationToken cancellationToken)
    {
        // A link that nobody gets would only stop the one before it.
        if (!await mail.IsOpenAsync(cancellationToken))
        {
            return;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var user = await context.Users.AsNoTracking().SingleOrDefaultAsync(row => row.Id == domainEvent.UserId && row.IsActive, cancellationToken);
        if (user is null)
        {
            return;
        }

        IssuedLink link;
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            link = await LinkIssuer.IssueAsync(context, clock, user.Id, user.PasswordHash is null ? LinkPurpose.Invite : LinkPurpose.Reset, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        await mail.SendAsync(user.Id, user.Email!, user.DisplayName, user.Culture, link, cancellationToken);
    }
}
