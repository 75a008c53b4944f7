namespace IspPortal.Web.Features.Plant.Api;

/// <summary>What ONTs measured.</summary>
/// <param name="Readings">One to 1,000; required.</param>
internal sealed record RecordReadingsBody(IReadOnlyList<ReadingBody>? Readings = null);
