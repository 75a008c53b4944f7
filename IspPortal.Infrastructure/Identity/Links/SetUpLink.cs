using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity.Links;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Identity.Links;

/// <inheritdoc cref="ISetUpLink" />
internal sealed class SetUpLink(PortalContextSource source, TimeProvider clock) : ISetUpLink
{
    public async Task<IssuedLink?> IssueIfNeededAsync(CancellationToken cancellationToken)
    {
        var result = await SerializableWork.RunAsync<IssuedLink?>(new Contexts(source), async context =>
        {
            if (await Administrators.AnyAsync(context, except: null, cancellationToken))
            {
                // Someone became administrator by other means: an old link must not make another one.
                await LinkIssuer.ReplaceAsync(context, clock, null, cancellationToken);
                return (Result<IssuedLink?>)(IssuedLink?)null;
            }

            var link = await LinkIssuer.IssueAsync(context, clock, null, LinkPurpose.SetUp, cancellationToken);
            await context.SaveChangesAsync(cancellationToken);
            return link;
        }, cancellationToken);
        return result.Value;
    }

    private sealed class Contexts(PortalContextSource source) : IDbContextFactory<PortalDbContext>
    {
        public PortalDbContext CreateDbContext() => source.CreateForSystem("set-up");
    }
}
