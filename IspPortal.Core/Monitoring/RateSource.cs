namespace IspPortal.Core.Monitoring;

/// <summary>Where a rate comes from.</summary>
public enum RateSource
{
    /// <summary>Streamed by the router each second.</summary>
    Stream,

    /// <summary>Computed from two reads of the counters.</summary>
    Counters,

    /// <summary>The session is gone.</summary>
    SessionEnded,

    /// <summary>The router cannot be read.</summary>
    RouterUnreadable,
}
