namespace IspPortal.Infrastructure.Network.Pairs;

/// <summary>How many lines of a pair stand in one way.</summary>
internal sealed record PairCount(Guid ServedBy, bool HasTwin, bool IsUnlike, bool IsAway, int Lines);
