namespace IspPortal.Core.Reporting.Reports;

/// <summary>How often a schedule makes its report; each is about the whole period before.</summary>
public enum ReportCadence
{
    /// <summary>Every day, about yesterday.</summary>
    Daily,

    /// <summary>Every Monday, about the week before.</summary>
    Weekly,

    /// <summary>On the first, about the month before.</summary>
    Monthly,
}
