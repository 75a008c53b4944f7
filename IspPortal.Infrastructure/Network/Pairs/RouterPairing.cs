using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>Keeps both routers of a pair naming each other. The caller saves.</summary>
internal static class RouterPairing
{
    /// <summary>Pairs the router with the partner, or parts it from the one it has; gives why not.</summary>
    public static async Task<Error?> SetAsync(PortalDbContext context, Router router, Guid? partnerId, PairMode mode, CancellationToken cancellationToken)
    {
        if (partnerId == router.Id)
        {
            return Invalid("network.pair_is_same");
        }

        var partner = partnerId is { } id ? await FindAsync(context, id, cancellationToken) : null;
        if (partnerId is not null && partner is null)
        {
            return Invalid("network.pair_not_found");
        }

        if (partner?.TwinRouterId is { } taken && taken != router.Id)
        {
            return PairErrors.Taken(partner.Name);
        }

        if (router.TwinRouterId is { } old && old != partnerId)
        {
            var shared = await SharedAsync(context, router.Id, old, cancellationToken);
            if (shared > 0)
            {
                return PairErrors.InUse(shared);
            }

            await PartAsync(context, router, cancellationToken);
        }

        if (partner is null)
        {
            return null;
        }

        (router.TwinRouterId, router.TwinMode) = (partner.Id, mode);
        (partner.TwinRouterId, partner.TwinMode) = (router.Id, mode);
        return null;
    }

    /// <summary>Parts the router from its partner, if it has one.</summary>
    public static async Task PartAsync(PortalDbContext context, Router router, CancellationToken cancellationToken)
    {
        if (router.TwinRouterId is { } twin && await FindAsync(context, twin, cancellationToken) is { } partner && partner.TwinRouterId == router.Id)
        {
            partner.TwinRouterId = null;
        }

        router.TwinRouterId = null;
    }

    private static Task<int> SharedAsync(PortalDbContext context, Guid a, Guid b, CancellationToken cancellationToken) => (
        from primary in context.Set<AccessPlacement>()
        where primary.Role == PlacementRole.Primary && (primary.RouterId == a || primary.RouterId == b)
        join twin in context.Set<AccessPlacement>() on primary.AccessId equals twin.AccessId
        where twin.Role == PlacementRole.Twin && (twin.RouterId == a || twin.RouterId == b)
        join wanted in context.Set<DesiredAccessRecord>() on primary.AccessId equals wanted.AccessId
        where wanted.Lifecycle == AccessLifecycle.Live
        select twin.AccessId).CountAsync(cancellationToken);

    private static Task<Router?> FindAsync(PortalDbContext context, Guid id, CancellationToken cancellationToken) =>
        context.Set<Router>().FirstOrDefaultAsync(r => r.Id == id && r.RemovedAtUtc == null, cancellationToken);

    private static Error Invalid(string code) => CommonErrors.Invalid([new FieldError("twinRouterId", code)]);
}
