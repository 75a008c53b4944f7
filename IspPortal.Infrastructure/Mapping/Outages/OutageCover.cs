using IspPortal.Core.Common.Outages;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

internal sealed class OutageCover(PortalContextSource source) : IOutageCover
{
    private const int IdsAtOnce = 500;

    public async Task<IReadOnlyDictionary<Guid, OutageSpan>> NowAsync(IReadOnlyCollection<Guid> accessIds, CancellationToken cancellationToken) =>
        (await ReadAsync(accessIds, lines => lines.Where(l => l.ToUtc == null), cancellationToken)).GroupBy(s => s.AccessId).ToDictionary(g => g.Key, g => g.First());

    public Task<IReadOnlyList<OutageSpan>> BetweenAsync(IReadOnlyCollection<Guid> accessIds, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken) =>
        ReadAsync(accessIds, lines => lines.Where(l => l.FromUtc < toUtc && (l.ToUtc == null || l.ToUtc > fromUtc)), cancellationToken);

    private async Task<IReadOnlyList<OutageSpan>> ReadAsync(IReadOnlyCollection<Guid> accessIds, Func<IQueryable<OutageLine>, IQueryable<OutageLine>> which, CancellationToken cancellationToken)
    {
        var found = new List<OutageSpan>();
        await using var context = source.CreateForSystem("outage-cover");
        foreach (var some in accessIds.Distinct().Chunk(IdsAtOnce))
        {
            found.AddRange(await (
                from line in which(context.Set<OutageLine>().AsNoTracking().Where(l => some.Contains(l.AccessId)))
                join outage in context.Set<Outage>() on line.OutageId equals outage.Id
                where outage.ConfirmedAtUtc != null
                select new OutageSpan(line.AccessId, outage.Id, line.FromUtc, line.ToUtc, outage.Kind == OutageKind.Planned, line.WasOnline)).ToListAsync(cancellationToken));
        }

        return [.. found.OrderBy(s => s.FromUtc)];
    }
}
