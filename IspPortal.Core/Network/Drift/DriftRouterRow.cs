namespace IspPortal.Core.Network.Drift;

/// <summary>How one router stands against what it should hold.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="TriedAtUtc">When comparing was last tried.</param>
/// <param name="ReadAtUtc">When it was last read whole; null: never.</param>
/// <param name="ErrorCode">Why the last try failed: its differences are old. Null: it did not.</param>
/// <param name="ErrorDetail">The router's own words, or null.</param>
/// <param name="Open">Differences that nobody ignores.</param>
/// <param name="Ignored">Differences that somebody ignores.</param>
public sealed record DriftRouterRow(Guid RouterId, string RouterName, DateTime TriedAtUtc, DateTime? ReadAtUtc, string? ErrorCode, string? ErrorDetail, int Open, int Ignored);
