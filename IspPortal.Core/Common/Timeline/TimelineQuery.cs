namespace IspPortal.Core.Common.Timeline;

/// <summary>Which part of a time axis is wanted, newest first.</summary>
/// <param name="Subject">Whose.</param>
/// <param name="Take">At most so many entries.</param>
/// <param name="After">Where the reading before ended; null begins with the newest.</param>
/// <param name="Kinds">Only entries of these kinds; null means all.</param>
public sealed record TimelineQuery(TimelineSubject Subject, int Take, TimelineCursor? After = null, IReadOnlyCollection<string>? Kinds = null)
{
    /// <summary>Whether entries of <paramref name="kind"/> are wanted.</summary>
    public bool Wants(string kind) => Kinds is null || Kinds.Contains(kind, StringComparer.Ordinal);
}
