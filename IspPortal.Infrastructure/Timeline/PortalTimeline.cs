using IspPortal.Core.Common.Timeline;

namespace IspPortal.Infrastructure.Timeline;

internal sealed class PortalTimeline(IEnumerable<ITimelineSource> sources) : ITimeline
{
    private const int MostEntries = 200;

    public IReadOnlyList<string> Kinds => [.. sources.SelectMany(source => source.Kinds).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];

    public async Task<TimelinePage> ReadAsync(TimelineQuery query, CancellationToken cancellationToken)
    {
        var take = Math.Clamp(query.Take, 1, MostEntries);
        var asked = query with { Take = take + 1 };
        var parts = await Task.WhenAll(sources.Where(source => source.Kinds.Any(query.Wants)).Select(source => source.ReadAsync(asked, cancellationToken)));
        return TimelineMerge.Of(parts, take);
    }
}
