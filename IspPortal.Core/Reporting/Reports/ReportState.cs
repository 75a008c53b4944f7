namespace IspPortal.Core.Reporting.Reports;

/// <summary>Where a report stands.</summary>
public enum ReportState
{
    /// <summary>It is the turn of others.</summary>
    Waiting,

    /// <summary>It is being made.</summary>
    Running,

    /// <summary>Its files can be loaded.</summary>
    Ready,

    /// <summary>It could not be made; it says why.</summary>
    Failed,

    /// <summary>Its files were taken away: their time is over.</summary>
    Expired,
}
