namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>What the days so far say of the days ahead.</summary>
/// <param name="Outlook">In a word.</param>
/// <param name="Days">How many days were read.</param>
/// <param name="LatestBitsPerSecond">Where the trend line stands on the last day; null without one.</param>
/// <param name="GrowthPerWeekBitsPerSecond">How much it rises a week; null without a trend.</param>
/// <param name="FullOn">The day on which the trend line reaches what the interface carries; null: see <paramref name="Outlook"/>.</param>
/// <param name="Fit">How well the line fits the days, 0–1 (coefficient of determination); null without one.</param>
public sealed record CapacityForecast(CapacityOutlook Outlook, int Days, double? LatestBitsPerSecond, double? GrowthPerWeekBitsPerSecond, DateOnly? FullOn, double? Fit);
