namespace IspPortal.Core.Reporting.Reports;

/// <summary>How reports are made and kept.</summary>
public sealed record ReportSettings
{
    /// <summary>The files of a report are kept so many days, 1–400.</summary>
    public int KeepDays { get; init; } = 30;

    /// <summary>How many lines a list of the largest has, 5–100.</summary>
    public int TopCount { get; init; } = 20;
}
