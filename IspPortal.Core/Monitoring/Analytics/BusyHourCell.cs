namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>One hour of the week.</summary>
/// <param name="Day">The weekday in the business zone.</param>
/// <param name="Hour">The hour that begins then, 0–23.</param>
/// <param name="AverageBitsPerSecond">The mean over all such hours that were read; null: none was.</param>
/// <param name="PeakBitsPerSecond">The largest rate in any of them; null likewise.</param>
/// <param name="Hours">How many such hours were read.</param>
public sealed record BusyHourCell(DayOfWeek Day, int Hour, double? AverageBitsPerSecond, double? PeakBitsPerSecond, int Hours);
