namespace IspPortal.Core.Reporting.Reports;

/// <summary>What a report is about.</summary>
public enum ReportKind
{
    /// <summary>How routers and the network did: load, traffic, latency, errors.</summary>
    Performance,

    /// <summary>Whether routers and lines were there: availability, outages.</summary>
    Availability,

    /// <summary>What was used: traffic by day, by plan, by line.</summary>
    Usage,

    /// <summary>What will be full: pools, licences, ports, with trends.</summary>
    Capacity,

    /// <summary>Subscribers by state and plan, new and gone.</summary>
    Growth,
}
