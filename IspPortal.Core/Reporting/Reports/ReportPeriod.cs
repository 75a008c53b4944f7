namespace IspPortal.Core.Reporting.Reports;

/// <summary>Whole business days.</summary>
/// <param name="FromOn">The first.</param>
/// <param name="ToOn">The last; it counts too.</param>
public readonly record struct ReportPeriod(DateOnly FromOn, DateOnly ToOn)
{
    /// <summary>How many days.</summary>
    public int Days => ToOn.DayNumber - FromOn.DayNumber + 1;
}
