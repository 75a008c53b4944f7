namespace IspPortal.Core.Mapping.Levels;

/// <summary>How the light at one ONT went.</summary>
/// <param name="OntSerial">The ONT.</param>
/// <param name="ExpectedDbm">What should arrive as the plant is drawn today, in dBm; null where the ONT is at no drop or the way is not drawn to an OLT.</param>
/// <param name="Points">Its latest readings in order of time, at most 500.</param>
public sealed record LevelTrend(string OntSerial, double? ExpectedDbm, IReadOnlyList<LevelPoint> Points);
