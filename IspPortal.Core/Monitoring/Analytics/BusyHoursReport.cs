namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>When the week is busy.</summary>
/// <param name="Cells">168 cells, Monday 0:00 first, hour by hour.</param>
/// <param name="Busiest">The cell with the largest mean; null: nothing was read.</param>
/// <param name="Quietest">The cell with the smallest mean; null likewise. Works are best put there.</param>
public sealed record BusyHoursReport(IReadOnlyList<BusyHourCell> Cells, BusyHourCell? Busiest, BusyHourCell? Quietest)
{
    /// <summary>The cell of one hour of the week.</summary>
    public BusyHourCell At(DayOfWeek day, int hour) => Cells[((((int)day + 6) % 7) * 24) + hour];
}
