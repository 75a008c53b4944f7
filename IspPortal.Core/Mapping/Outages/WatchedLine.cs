using IspPortal.Core.Mapping.Causes;

namespace IspPortal.Core.Mapping.Outages;

/// <summary>A line with its way through the plant.</summary>
/// <param name="AccessId">The line.</param>
/// <param name="Path">What it hangs on, from the top down; empty when it is not drawn.</param>
/// <param name="Condition">How it stands.</param>
/// <param name="LostAtUtc">When its session ended, of a lost line; else null.</param>
public sealed record WatchedLine(Guid AccessId, IReadOnlyList<PlantElement> Path, LineCondition Condition, DateTime? LostAtUtc = null);
