using IspPortal.Core.Common.Timeline;

namespace IspPortal.Web.Features.Customers.Api;

/// <summary>A part of a time axis.</summary>
/// <param name="Items">Entries, newest first.</param>
/// <param name="Next">To be given as after, or null at the end.</param>
internal sealed record TimelineResource(IReadOnlyList<TimelineEntry> Items, string? Next);
