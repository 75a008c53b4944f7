namespace IspPortal.Core.Plans;

/// <summary>How a plan's profile stands on one router.</summary>
public enum PlanProfileState
{
    /// <summary>The router was not read yet.</summary>
    Unknown,

    /// <summary>It is there and has the plan's speed.</summary>
    InStep,

    /// <summary>It has another speed.</summary>
    Different,

    /// <summary>The router has no profile of that name.</summary>
    Missing,
}
