namespace IspPortal.Core.Mapping.Incidents;

/// <summary>What kind of outage it is.</summary>
public enum OutageKind
{
    /// <summary>Lines were lost together: something of the plant is broken.</summary>
    Plant,

    /// <summary>A router does not answer: how its customers are is not known.</summary>
    Router,

    /// <summary>Planned works.</summary>
    Planned,
}
