using System.Collections.Frozen;
using IspPortal.Core.Network.Access;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Monitoring.Collection;

/// <summary>Lines that are on two routers on purpose, and which of the two serves each: one line is expected online once.</summary>
internal sealed class SharedLines(PortalContextSource source, LiveNetwork network)
{
    private FrozenDictionary<Guid, (Guid ServedBy, Guid Twin)> _lines = FrozenDictionary<Guid, (Guid ServedBy, Guid Twin)>.Empty;

    /// <summary>Whether the line is expected online at its other router and not at this one.</summary>
    public bool IsExpectedElsewhere(Guid routerId, Guid accessId) => _lines.TryGetValue(accessId, out var line) && line.ServedBy != routerId;

    /// <summary>Whether the line is online at another router than this one, as far as that was read.</summary>
    public bool IsOnlineElsewhere(Guid routerId, Guid accessId, DateTime nowUtc) => _lines.TryGetValue(accessId, out var line)
        && network.Find(line.ServedBy == routerId ? line.Twin : line.ServedBy) is { } view && view.IndexOfAccess.ContainsKey(accessId) && view.IsFreshAt(nowUtc);

    /// <summary>Reads which lines these are now; gives how many.</summary>
    public async Task<int> RefreshAsync(CancellationToken cancellationToken)
    {
        await using var context = source.CreateForSystem(ReadSharedLinesJob.Key);
        var found = await (
            from primary in context.Set<AccessPlacement>().AsNoTracking()
            where primary.Role == PlacementRole.Primary
            join twin in context.Set<AccessPlacement>() on primary.AccessId equals twin.AccessId
            where twin.Role == PlacementRole.Twin
            select new { primary.AccessId, ServedBy = primary.RouterId, Twin = twin.RouterId }).ToListAsync(cancellationToken);
        _lines = found.DistinctBy(l => l.AccessId).ToFrozenDictionary(l => l.AccessId, l => (l.ServedBy, l.Twin));
        return found.Count;
    }
}
