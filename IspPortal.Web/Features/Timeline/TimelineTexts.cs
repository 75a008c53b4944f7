namespace IspPortal.Web.Features.Timeline;

/// <summary>Texts of the time axis: <c>Kind.kind</c> and, for each entry, <c>kind.action</c>.</summary>
internal sealed class TimelineTexts;
