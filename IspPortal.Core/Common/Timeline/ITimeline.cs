namespace IspPortal.Core.Common.Timeline;

/// <summary>One time axis over every <see cref="ITimelineSource"/>. The caller has checked that the actor may see the subject.</summary>
public interface ITimeline
{
    /// <summary>Every kind that some source can give.</summary>
    IReadOnlyList<string> Kinds { get; }

    /// <summary>The wanted part of the axis.</summary>
    Task<TimelinePage> ReadAsync(TimelineQuery query, CancellationToken cancellationToken);
}
