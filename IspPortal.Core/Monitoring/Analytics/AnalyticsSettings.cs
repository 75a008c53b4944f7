namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>How figures over time are judged; a page of the settings.</summary>
public sealed record AnalyticsSettings
{
    /// <summary>From which availability on a router or line is as promised, 50–100 %.</summary>
    public double AvailabilityTargetPercent { get; init; } = 99.5;

    /// <summary>From which share of what it carries an interface is marked as nearly full, 10–100 %.</summary>
    public int CapacityWarningPercent { get; init; } = 80;
}
