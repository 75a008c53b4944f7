namespace IspPortal.Core.Common.Timeline;

/// <summary>Tells what one feature knows of a subject's past. Each feature registers its own; the axis merges them.</summary>
public interface ITimelineSource
{
    /// <summary>The kinds of entries it can give.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>
    /// Up to <see cref="TimelineQuery.Take"/> entries, newest first by time and then id, after <see cref="TimelineQuery.After"/>, of the kinds that are wanted and that the actor may
    /// see; empty for subjects it knows nothing of. Must use an index.
    /// </summary>
    Task<IReadOnlyList<TimelineEntry>> ReadAsync(TimelineQuery query, CancellationToken cancellationToken);
}
