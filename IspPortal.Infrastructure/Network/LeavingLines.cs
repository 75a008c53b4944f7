using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Infrastructure.Persistence.Interceptors;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network;

/// <summary>The lines of a router that is taken out: those that it serves have gone elsewhere before, or end with it. The caller saves.</summary>
internal static class LeavingLines
{
    /// <summary>Frees the router of lines; gives why not. A line that ended keeps its last place as its history.</summary>
    public static async Task<Error?> LeaveAsync(PortalDbContext context, Guid routerId, bool endThem, string reason, CancellationToken cancellationToken)
    {
        var placements = context.Set<AccessPlacement>();
        var served =
            from placement in placements
            where placement.RouterId == routerId && placement.Role == PlacementRole.Primary
            join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
            where wanted.Lifecycle != AccessLifecycle.Terminated
            select wanted;

        // A line that another router knows too is to go on there.
        var elsewhere = await served.CountAsync(w => placements.Any(p => p.AccessId == w.AccessId && p.RouterId != routerId && p.Role == PlacementRole.Twin), cancellationToken);
        if (elsewhere > 0)
        {
            return NetworkErrors.RouterHasTwins(elsewhere);
        }

        // Only the subscription ends its line: else it would go on, and cost, without one.
        var sold = await served.CountAsync(w => w.KeptBy != null, cancellationToken);
        if (sold > 0)
        {
            return NetworkErrors.RouterServesSubscriptions(sold);
        }

        if (!endThem)
        {
            var lines = await served.CountAsync(cancellationToken);
            if (lines > 0)
            {
                return NetworkErrors.RouterServesLines(lines);
            }
        }

        foreach (var wanted in endThem ? await served.ToListAsync(cancellationToken) : [])
        {
            wanted.Lifecycle = AccessLifecycle.Terminated;
            wanted.ClaimedAddress = null;
            wanted.KeepDisabledUntilUtc = null;
            context.AddAudit("terminated", "access", wanted.AccessId.ToString(), null, JsonSerializer.Serialize(new { reason }, AuditJson.Options));
        }

        // Nothing can be written or cleaned there any more.
        context.RemoveRange(await placements.Where(p => p.RouterId == routerId && p.Role != PlacementRole.Primary).ToListAsync(cancellationToken));
        foreach (var away in await context.Set<DesiredAccessRecord>().Where(w => w.HomeRouterId == routerId).ToListAsync(cancellationToken))
        {
            away.HomeRouterId = null;
        }

        return null;
    }
}
