namespace IspPortal.Core.Network.Drift;

/// <summary>Who made a difference.</summary>
/// <param name="By">The router's user.</param>
/// <param name="From">The address, or null.</param>
/// <param name="AtUtc">When.</param>
/// <param name="IsGuess">The log does not name the item: that user alone changed something of the kind in that time.</param>
public sealed record DriftAuthor(string By, string? From, DateTime AtUtc, bool IsGuess);
