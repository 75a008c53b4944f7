using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity.Links;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Links;

/// <summary>Makes one-time links and uses them up.</summary>
internal static class LinkIssuer
{
    private static readonly TimeSpan InviteFor = TimeSpan.FromHours(72);
    private static readonly TimeSpan ResetFor = TimeSpan.FromHours(24);
    private static readonly TimeSpan SetUpFor = TimeSpan.FromHours(24);

    /// <summary>Adds a link, to be saved by the caller; earlier ones of the same user stop working at once.</summary>
    public static async Task<IssuedLink> IssueAsync(PortalDbContext context, TimeProvider clock, Guid? userId, LinkPurpose purpose, CancellationToken cancellationToken)
    {
        await ReplaceAsync(context, clock, userId, cancellationToken);
        var (lifetime, page) = purpose switch
        {
            LinkPurpose.Invite => (InviteFor, "account/invite"),
            LinkPurpose.Reset => (ResetFor, "account/reset-password"),
            LinkPurpose.SetUp => (SetUpFor, "account/set-up"),
            _ => throw new InvalidOperationException($"Unknown purpose {purpose}."),
        };
        var token = AccountTokens.New();
        var now = clock.UtcNow();
        context.Add(new AccountLink
        {
            Id = Ids.New(clock),
            UserId = userId,
            Purpose = purpose,
            TokenHash = AccountTokens.Hash(token),
            CreatedAtUtc = now,
            ExpiresAtUtc = now + lifetime,
        });
        return new IssuedLink(userId, purpose, $"{page}?token={token}", now + lifetime);
    }

    /// <summary>Stops every open link of the user (null: every set-up link).</summary>
    public static Task ReplaceAsync(PortalDbContext context, TimeProvider clock, Guid? userId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return context.Set<AccountLink>()
            .Where(link => link.UserId == userId && link.UsedAtUtc == null && link.ReplacedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.ReplacedAtUtc, (DateTime?)now), cancellationToken);
    }

    /// <summary>The link of a token while it works, or null.</summary>
    public static Task<AccountLink?> FindOpenAsync(PortalDbContext context, TimeProvider clock, string token, CancellationToken cancellationToken)
    {
        var hash = AccountTokens.Hash(token);
        var now = clock.UtcNow();
        return context.Set<AccountLink>().AsNoTracking().SingleOrDefaultAsync(
            link => link.TokenHash == hash && link.UsedAtUtc == null && link.ReplacedAtUtc == null && link.ExpiresAtUtc > now, cancellationToken);
    }

    /// <summary>Uses the link up; false when another was faster.</summary>
    public static async Task<bool> UseAsync(PortalDbContext context, TimeProvider clock, Guid linkId, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        return await context.Set<AccountLink>()
            .Where(link => link.Id == linkId && link.UsedAtUtc == null && link.ReplacedAtUtc == null)
            .ExecuteUpdateAsync(set => set.SetProperty(link => link.UsedAtUtc, (DateTime?)now), cancellationToken) == 1;
    }
}
