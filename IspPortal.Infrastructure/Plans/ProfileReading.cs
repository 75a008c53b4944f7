using IspPortal.Core.Plans;

namespace IspPortal.Infrastructure.Plans;

/// <summary>What is known of a router's profiles; <paramref name="Profiles"/> is null when it was never read.</summary>
internal sealed record ProfileReading(IReadOnlyList<FoundProfile>? Profiles, DateTime? ReadAtUtc, string? ErrorCode);
