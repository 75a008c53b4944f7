using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network;

/// <summary>The open connection of a stored router: the one that polling uses too, since a router counts its API sessions.</summary>
internal sealed class RouterClients(PortalContextSource source, IRouterOsPool pool)
{
    /// <summary>The client, or <see cref="NetworkErrors.RouterNotFound"/>; it dials by itself when it is used.</summary>
    public async Task<Result<IRouterOsClient>> GetAsync(Guid routerId, CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem("router-clients");
        var router = await context.Set<Router>().AsNoTracking().FirstOrDefaultAsync(r => r.Id == routerId && r.RemovedAtUtc == null, cancellationToken);
        return router is null
            ? NetworkErrors.RouterNotFound
            : Result.Of(pool.Get(new RouterEndpoint(router.Id, router.Host, router.Port, router.UseTls, router.Username, router.Password, router.PinnedCertificateSha256)));
    }
}
