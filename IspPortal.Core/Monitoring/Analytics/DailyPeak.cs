namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>How busy an interface was on one day.</summary>
/// <param name="On">The business day.</param>
/// <param name="Percentile95BitsPerSecond">Under this rate it was for 95 % of the day; of the busier direction.</param>
/// <param name="SeenShare">How much of the day was read, 0–1.</param>
public sealed record DailyPeak(DateOnly On, double Percentile95BitsPerSecond, double SeenShare);
