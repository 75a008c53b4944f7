namespace IspPortal.Core.Mapping.Catalog;

/// <summary>Which ODPs are wanted; null always means any.</summary>
/// <param name="Area">Of that neighbourhood.</param>
/// <param name="HasFree">With a free port, or without one.</param>
/// <param name="NeedsLooking">With a port that is broken or whose drop nobody knows, or without one.</param>
public sealed record OdpFilter(string? Area = null, bool? HasFree = null, bool? NeedsLooking = null);
