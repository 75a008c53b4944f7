namespace IspPortal.Core.Common.Timeline;

/// <summary>A part of a time axis.</summary>
/// <param name="Items">Entries, newest first.</param>
/// <param name="Next">Where to go on, or null when the beginning of time is reached.</param>
public sealed record TimelinePage(IReadOnlyList<TimelineEntry> Items, TimelineCursor? Next);
