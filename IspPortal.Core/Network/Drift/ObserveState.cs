namespace IspPortal.Core.Network.Drift;

/// <summary>Whether the portal writes to a router.</summary>
/// <param name="IsPortalWide">The settings keep the portal from writing to any router.</param>
/// <param name="SinceUtc">Since when this router is only watched; null: it is not.</param>
/// <param name="ComparedAtUtc">When it was last read and compared; null: never.</param>
/// <param name="IsStale">The last try to compare it failed.</param>
/// <param name="Differences">Differences that a plan over the whole router would write.</param>
/// <param name="UnmarkedLines">Lines that would get the portal's mark in their comment.</param>
/// <param name="Version">The router's, for optimistic concurrency.</param>
public sealed record ObserveState(bool IsPortalWide, DateTime? SinceUtc, DateTime? ComparedAtUtc, bool IsStale, int Differences, int UnmarkedLines, long Version)
{
    /// <summary>Whether nothing is written to the router.</summary>
    public bool IsObserving => IsPortalWide || SinceUtc is not null;
}
