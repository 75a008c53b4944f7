using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Incidents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Outages;

/// <summary>Publishes the open outages to whoever watches on this node.</summary>
internal sealed class OutageBoards(PortalContextSource source, ILiveFeed feed, TimeProvider clock)
{
    /// <summary>A wall shows no more at once.</summary>
    private const int Most = 200;

    /// <summary>What was published later than this need not be asked for again.</summary>
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(4);

    private long? _publishedAt;

    /// <summary>Reads and publishes them; gives how many are open.</summary>
    public async Task<int> PublishAsync(CancellationToken cancellationToken)
    {
        var asked = clock.GetTimestamp();
        await using var context = source.CreateForSystem("outages");
        var open = await context.Set<Outage>().AsNoTracking().Where(o => o.State == OutageState.Suspected || o.State == OutageState.Confirmed)
            .OrderByDescending(o => o.LinesNow).ThenBy(o => o.Id).Take(Most).Select(OutageReading.Row).ToListAsync(cancellationToken);
        feed.Publish(OutageTopics.Board, new OutageBoard(clock.UtcNow(), open));
        _publishedAt = asked;
        return open.Count;
    }

    /// <summary>The same while somebody on this node looks and nobody here has just published: the outages are watched on one node of several. Null when nothing was to be done.</summary>
    public async Task<int?> MirrorAsync(CancellationToken cancellationToken) =>
        feed.WatchedKeys<OutageBoard>().Count == 0 || (_publishedAt is { } last && clock.GetElapsedTime(last) < Fresh) ? null : await PublishAsync(cancellationToken);
}
