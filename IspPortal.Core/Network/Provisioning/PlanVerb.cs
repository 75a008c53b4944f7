namespace IspPortal.Core.Network.Provisioning;

/// <summary>What a step does to an item of a router.</summary>
public enum PlanVerb
{
    /// <summary>Makes a new item.</summary>
    Add,

    /// <summary>Changes properties of an item.</summary>
    Set,

    /// <summary>Removes an item.</summary>
    Remove,

    /// <summary>Ends a live session, so that the modem dials again.</summary>
    Kick,
}
