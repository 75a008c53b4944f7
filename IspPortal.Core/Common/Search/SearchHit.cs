namespace IspPortal.Core.Common.Search;

/// <summary>One hit of the search.</summary>
/// <param name="Kind">What it is: <c>router</c>, <c>access</c>, <c>user</c>, <c>alert</c> …; the page shows its word and icon.</param>
/// <param name="Title">The name people know it by.</param>
/// <param name="Subtitle">What tells it from others: address, router, role; or null.</param>
/// <param name="Url">Where it opens, relative to the root.</param>
public sealed record SearchHit(string Kind, string Title, string? Subtitle, string Url);
