namespace IspPortal.Core.Reporting.Reports;

/// <summary>A schedule as it shall be.</summary>
public sealed record SaveReportScheduleRequest
{
    /// <summary>Its name, up to 80 characters.</summary>
    public string Name { get; init; } = "";

    /// <summary>How often.</summary>
    public ReportCadence Cadence { get; init; } = ReportCadence.Monthly;

    /// <summary>At which hour of the business zone, 0–23.</summary>
    public int Hour { get; init; } = 6;

    /// <summary>False rests it.</summary>
    public bool IsEnabled { get; init; } = true;

    /// <summary>What it asks for; its days do not count.</summary>
    public ReportOrder Order { get; init; } = new();
}
