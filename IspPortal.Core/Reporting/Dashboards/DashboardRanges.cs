namespace IspPortal.Core.Reporting.Dashboards;

/// <summary>What ranges mean.</summary>
public static class DashboardRanges
{
    /// <summary>How long <paramref name="range"/> is.</summary>
    public static TimeSpan LengthOf(DashboardRange range) => range switch
    {
        DashboardRange.Hour => TimeSpan.FromHours(1),
        DashboardRange.SixHours => TimeSpan.FromHours(6),
        DashboardRange.Day => TimeSpan.FromDays(1),
        DashboardRange.Week => TimeSpan.FromDays(7),
        DashboardRange.Month => TimeSpan.FromDays(30),
        DashboardRange.Quarter => TimeSpan.FromDays(90),
        _ => throw new ArgumentOutOfRangeException(nameof(range), range, null),
    };
}
