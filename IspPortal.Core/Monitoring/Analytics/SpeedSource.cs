namespace IspPortal.Core.Monitoring.Analytics;

/// <summary>Who says what an interface carries.</summary>
public enum SpeedSource
{
    /// <summary>The router: the speed of its link.</summary>
    Router,

    /// <summary>A person: the capacity of the router's uplink. Taken for the busiest interface of that router.</summary>
    Person,
}
