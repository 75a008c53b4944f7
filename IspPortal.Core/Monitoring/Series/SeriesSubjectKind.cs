namespace IspPortal.Core.Monitoring.Series;

/// <summary>What a series speaks of.</summary>
public enum SeriesSubjectKind
{
    /// <summary>An access; the subject is its id.</summary>
    Access,

    /// <summary>A router; the subject is its id.</summary>
    Router,

    /// <summary>One interface of a router; the subject is the router's id and the interface's name.</summary>
    Interface,

    /// <summary>The whole network.</summary>
    Network,
}
