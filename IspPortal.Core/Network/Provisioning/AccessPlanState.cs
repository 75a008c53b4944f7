namespace IspPortal.Core.Network.Provisioning;

/// <summary>Where a plan stands.</summary>
public enum AccessPlanState
{
    /// <summary>Made to be looked at; nothing was written.</summary>
    Draft,

    /// <summary>Being applied, or waiting for a router or a window.</summary>
    Applying,

    /// <summary>Every step is done or was not needed any more.</summary>
    Applied,

    /// <summary>Ended with steps that failed.</summary>
    Failed,

    /// <summary>Stopped by a person or by too many failures; what was done stays done and can be undone.</summary>
    Stopped,

    /// <summary>Thrown away before anything was written.</summary>
    Discarded,

    /// <summary>Observe mode was on: what would have been done, and nothing was.</summary>
    Observed,

    /// <summary>Taken back by another plan.</summary>
    Undone,
}
