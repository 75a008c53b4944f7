namespace IspPortal.Core.Common.Timeline;

/// <summary>One thing that happened, on the time axis of a subject.</summary>
/// <param name="Id">Tells it from others of the same moment.</param>
/// <param name="AtUtc">When.</param>
/// <param name="Kind">What sort of thing, one of the source's <see cref="ITimelineSource.Kinds"/>; the page filters by it and shows its word and icon.</param>
/// <param name="Action">What happened, a stable word in snake case; the page has a sentence for <c>kind.action</c>.</param>
/// <param name="ActorName">Who did it, or null when nobody in particular.</param>
/// <param name="Text">Free text that belongs to it (a reason, a note), word for word, or null.</param>
/// <param name="Url">Where it opens, relative to the root, or null.</param>
/// <param name="Arguments">Values for the placeholders of the sentence, in order.</param>
public sealed record TimelineEntry(
    Guid Id,
    DateTime AtUtc,
    string Kind,
    string Action,
    string? ActorName,
    string? Text,
    string? Url,
    params IReadOnlyList<string> Arguments);
