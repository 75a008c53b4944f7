using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Pairs;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>The lines of a pair as queries.</summary>
internal static class PairLines
{
    /// <summary>Every live line that one of the two serves.</summary>
    public static IQueryable<PairLine> Of(PortalDbContext context, PairOf pair)
    {
        var (a, b, standby) = (pair.RouterId, pair.PartnerId, pair.Mode == PairMode.Standby);
        return
            from primary in context.Set<AccessPlacement>().AsNoTracking()
            where primary.Role == PlacementRole.Primary && (primary.RouterId == a || primary.RouterId == b)
            join wanted in context.Set<DesiredAccessRecord>().AsNoTracking() on primary.AccessId equals wanted.AccessId
            where wanted.Lifecycle == AccessLifecycle.Live
            from twin in context.Set<AccessPlacement>().AsNoTracking().Where(t => t.AccessId == primary.AccessId && t.Role == PlacementRole.Twin).DefaultIfEmpty()
            select new PairLine
            {
                Wanted = wanted,
                ServedBy = primary.RouterId,
                HasTwin = twin != null && (twin.RouterId == a || twin.RouterId == b),
                HasTwinElsewhere = twin != null && twin.RouterId != a && twin.RouterId != b,
                IsPending = twin != null && (primary.AppliedState == null || twin.AppliedState == null
                    || (standby && wanted.Service != AccessService.Static ? twin.AppliedState != AccessState.Disabled : twin.AppliedState != primary.AppliedState)),
                Differs = context.Set<DriftItem>().Any(d => d.AccessId == primary.AccessId && (d.RouterId == a || d.RouterId == b) && d.IgnoredBy == null),
            };
    }

    /// <summary>How many lines stand how.</summary>
    public static async Task<List<PairCount>> CountAsync(PortalDbContext context, PairOf pair, CancellationToken cancellationToken) => await Of(context, pair)
        .Select(l => new { l.ServedBy, l.HasTwin, IsUnlike = l.IsPending || l.Differs, IsAway = l.Wanted.HomeRouterId != null })
        .GroupBy(l => l).Select(g => new PairCount(g.Key.ServedBy, g.Key.HasTwin, g.Key.IsUnlike, g.Key.IsAway, g.Count())).ToListAsync(cancellationToken);

    public static IQueryable<PairLine> Narrow(IQueryable<PairLine> lines, PairLineFilter filter)
    {
        lines = filter.State switch
        {
            PairLineState.NoTwin => lines.Where(l => !l.HasTwin),
            PairLineState.Pending => lines.Where(l => l.HasTwin && l.IsPending),
            PairLineState.Differs => lines.Where(l => l.HasTwin && !l.IsPending && l.Differs),
            PairLineState.Alike => lines.Where(l => l.HasTwin && !l.IsPending && !l.Differs),
            _ => lines,
        };
        if (filter.ServedBy is { } router)
        {
            lines = lines.Where(l => l.ServedBy == router);
        }

        if (filter.Away is { } away)
        {
            lines = lines.Where(l => l.Wanted.HomeRouterId != null == away);
        }

        if (filter.Search?.Trim().ToLowerInvariant() is { Length: > 0 } text)
        {
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            lines = lines.Where(l => l.Wanted.Username.ToLower().Contains(text));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        return lines;
    }

    /// <summary>The lines that an action is about, of those that are meant.</summary>
    public static async Task<List<PairLine>> CandidatesAsync(PortalDbContext context, PairOf pair, PairRequest request, CancellationToken cancellationToken)
    {
        var (router, partner) = (pair.RouterId, pair.PartnerId);
        var lines = Of(context, pair);
        lines = request.Action switch
        {
            PairAction.DeclareTwins => lines.Where(l => l.ServedBy == router && !l.HasTwin),
            PairAction.WithdrawTwins => lines.Where(l => l.ServedBy == router && l.HasTwin && l.Wanted.HomeRouterId == null),
            PairAction.MoveToPartner => lines.Where(l => l.ServedBy == router),
            PairAction.MoveBack or PairAction.CleanUp => lines.Where(l => l.ServedBy == partner && l.Wanted.HomeRouterId == router),
            _ => lines.Where(l => l.HasTwin && (l.IsPending || l.Differs)),
        };
        lines = Narrow(lines, request.Lines);
        if (request.Lines.AccessIds is not { } ids)
        {
            return await lines.OrderBy(l => l.Wanted.AccessId).ToListAsync(cancellationToken);
        }

        return await SomeAsync(lines, ids, cancellationToken);
    }

    private static async Task<List<PairLine>> SomeAsync(IQueryable<PairLine> lines, IReadOnlyCollection<Guid> ids, CancellationToken cancellationToken)
    {
        var found = new List<PairLine>();
        foreach (var some in ids.Distinct().Chunk(500).Select(c => c.ToList()))
        {
            found.AddRange(await lines.Where(l => some.Contains(l.Wanted.AccessId)).ToListAsync(cancellationToken));
        }

        return [.. found.OrderBy(l => l.Wanted.AccessId)];
    }

    /// <summary>Those of some lines that a router of the pair serves.</summary>
    public static Task<List<PairLine>> ServedByAsync(PortalDbContext context, PairOf pair, Guid routerId, IReadOnlyCollection<Guid> accessIds, CancellationToken cancellationToken) =>
        SomeAsync(Of(context, pair).Where(l => l.ServedBy == routerId), accessIds, cancellationToken);

    /// <summary>The fixed addresses that lines have on a router, each with its line; one that two have is given to either.</summary>
    public static async Task<Dictionary<string, Guid>> AddressesAsync(PortalDbContext context, Guid routerId, CancellationToken cancellationToken)
    {
        var found = await (
            from placement in context.Set<AccessPlacement>().AsNoTracking()
            where placement.RouterId == routerId && placement.Role != PlacementRole.Former
            join wanted in context.Set<DesiredAccessRecord>() on placement.AccessId equals wanted.AccessId
            where wanted.Lifecycle == AccessLifecycle.Live && wanted.FixedAddress != null && wanted.FixedAddress != ""
            select new { wanted.FixedAddress, wanted.AccessId }).ToListAsync(cancellationToken);
        var byAddress = new Dictionary<string, Guid>(StringComparer.Ordinal);
        foreach (var line in found)
        {
            byAddress.TryAdd(line.FixedAddress!, line.AccessId);
        }

        return byAddress;
    }
}
