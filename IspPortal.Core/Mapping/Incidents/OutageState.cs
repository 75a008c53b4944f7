namespace IspPortal.Core.Mapping.Incidents;

/// <summary>Where an outage stands.</summary>
public enum OutageState
{
    /// <summary>Works whose time has not come.</summary>
    Announced,

    /// <summary>It looks like one; they may still redial.</summary>
    Suspected,

    /// <summary>It is one.</summary>
    Confirmed,

    /// <summary>It is over.</summary>
    Ended,

    /// <summary>They came back before it was one, or the works were called off.</summary>
    Dismissed,
}
