namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>One interface with what it carries and how full it is.</summary>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Interface">The interface's name.</param>
/// <param name="Comment">The router's comment, or null.</param>
/// <param name="SpeedBitsPerSecond">What it carries one way; null: nobody said.</param>
/// <param name="SpeedSource">Who said so; null with the speed.</param>
/// <param name="BusyHourBitsPerSecond">The highest daily 95th percentile of the last seven days, of the busier direction; null: nothing was read.</param>
/// <param name="IsUpload">Whether the busier direction is what the router receives.</param>
/// <param name="Forecast">What follows from the weeks so far.</param>
public sealed record InterfaceCapacityRow(
    Guid RouterId, string RouterName, string Interface, string? Comment, long? SpeedBitsPerSecond, SpeedSource? SpeedSource, double? BusyHourBitsPerSecond, bool IsUpload, CapacityForecast Forecast)
{
    /// <summary>How full it is in its busy hour; null when one of both is not known.</summary>
    public double? UsedPercent => SpeedBitsPerSecond is > 0 and { } speed && BusyHourBitsPerSecond is { } busy ? busy * 100 / speed : null;
}
