namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>What can be said of when an interface will be full.</summary>
public enum CapacityOutlook
{
    /// <summary>Fewer days were read than a trend needs.</summary>
    TooLittleData,

    /// <summary>Nobody said how much it carries.</summary>
    SpeedUnknown,

    /// <summary>It is full already: its busy-hour figure is at or above what it carries.</summary>
    Full,

    /// <summary>It grows: <see cref="CapacityForecast.FullOn"/> says when it will be full.</summary>
    Growing,

    /// <summary>It does not grow, or so slowly that it is not full within five years.</summary>
    Steady,
}
