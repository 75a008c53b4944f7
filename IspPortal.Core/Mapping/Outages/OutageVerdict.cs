namespace IspPortal.Core.Mapping.Outages;

/// <summary>What becomes of one outage.</summary>
/// <param name="Turn">What.</param>
/// <param name="Id">The open outage; null of one that begins.</param>
/// <param name="Found">What was found now; null of one that nothing was found for any more.</param>
/// <param name="Into">The one it joins; else null.</param>
public sealed record OutageVerdict(OutageTurn Turn, Guid? Id, FoundOutage? Found, Guid? Into = null);
