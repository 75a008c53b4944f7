using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Provisioning;

internal sealed class OwnedAccesses(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : IOwnedAccesses
{
    public async Task<Result<OwnedAccess>> GetAsync(Guid accessId, CancellationToken cancellationToken)
    {
        if (actor.Deny(NetworkPermissions.SessionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var wanted = await context.Set<DesiredAccessRecord>().AsNoTracking().FirstOrDefaultAsync(w => w.AccessId == accessId, cancellationToken);
        if (wanted is null)
        {
            return await context.Set<AccessAccount>().AnyAsync(a => a.Id == accessId, cancellationToken) ? NetworkErrors.AccessNotOwned : NetworkErrors.AccessNotFound;
        }

        var placements = await (
            from placement in context.Set<AccessPlacement>().AsNoTracking()
            join router in context.Set<Router>() on placement.RouterId equals router.Id
            where placement.AccessId == accessId
            orderby router.Name
            select new { Placement = placement, router.Name }).ToListAsync(cancellationToken);
        return new OwnedAccess(
            accessId,
            wanted.Service,
            wanted.Username,
            wanted.Password is not null,
            wanted.Lifecycle,
            wanted.Holds,
            wanted.State,
            wanted.Profile,
            wanted.ThrottledProfile,
            wanted.RateLimit,
            wanted.FixedAddress,
            wanted.CallerId,
            wanted.Note,
            wanted.KeepDisabledUntilUtc,
            wanted.Version,
            [.. placements.OrderBy(p => p.Placement.Role).Select(p => new OwnedPlacement(
                p.Placement.RouterId,
                p.Name,
                p.Placement.Role,
                p.Placement.MayAdopt,
                p.Placement.AppliedState,
                p.Placement.AppliedAtUtc,
                wanted.Password is not null && p.Placement.Role != PlacementRole.Former && p.Placement.PasswordRevision < wanted.PasswordRevision))])
        {
            KeptBy = wanted.KeptBy,
        };
    }
}
