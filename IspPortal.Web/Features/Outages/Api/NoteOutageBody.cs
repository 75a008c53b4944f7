namespace IspPortal.Web.Features.Outages.Api;

/// <summary>Why there is an outage.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="Note">Up to 300 characters; null or empty: nobody knows.</param>
internal sealed record NoteOutageBody(long? Version, string? Note);
