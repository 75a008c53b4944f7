using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Fiber;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>What hangs on a thing of the plant.</summary>
internal static class PlantUse
{
    /// <summary>How many things hang on a node: cables, splitters, joints, taken ports, radio links, routers, photos, and what stands in it.</summary>
    public static async Task<int> OfNodeAsync(PortalDbContext context, Guid nodeId, CancellationToken cancellationToken) =>
        await context.Set<Cable>().CountAsync(c => c.FromNodeId == nodeId || c.ToNodeId == nodeId, cancellationToken)
        + await context.Set<Splitter>().CountAsync(s => s.NodeId == nodeId, cancellationToken)
        + await context.Set<CoreJoint>().CountAsync(j => j.NodeId == nodeId, cancellationToken)
        + await context.Set<JointEnd>().CountAsync(e => e.OwnerId == nodeId, cancellationToken)
        + await context.Set<OdpPort>().CountAsync(p => p.OdpId == nodeId, cancellationToken)
        + await context.Set<RadioLink>().CountAsync(l => l.FromNodeId == nodeId || l.ToNodeId == nodeId, cancellationToken)
        + await context.Set<SiteRouter>().CountAsync(r => r.NodeId == nodeId, cancellationToken)
        + await context.Set<PlantPhoto>().CountAsync(p => p.NodeId == nodeId, cancellationToken)
        + await context.Set<PlantNode>().CountAsync(n => n.SiteId == nodeId, cancellationToken);

    /// <summary>Why nothing can stand at a node or link to it; null: it is a site or tower.</summary>
    public static async Task<Error?> RefuseSiteAsync(PortalDbContext context, Guid nodeId, CancellationToken cancellationToken) =>
        await context.Set<PlantNode>().Where(n => n.Id == nodeId).Select(n => (PlantNodeKind?)n.Kind).SingleOrDefaultAsync(cancellationToken) switch
        {
            PlantNodeKind.Site or PlantNodeKind.Tower => null,
            null => PlantErrors.NodeNotFound,
            _ => PlantErrors.NotASite,
        };

    /// <summary>Marks joints with their ends for removal.</summary>
    public static async Task RemoveJointsAsync(PortalDbContext context, List<Guid> jointIds, CancellationToken cancellationToken)
    {
        foreach (var some in jointIds.Chunk(500))
        {
            context.RemoveRange(await context.Set<JointEnd>().Where(e => some.Contains(e.JointId)).ToListAsync(cancellationToken));
            context.RemoveRange(await context.Set<CoreJoint>().Where(j => some.Contains(j.Id)).ToListAsync(cancellationToken));
        }
    }
}
