namespace IspPortal.Core.Network.Provisioning;

/// <summary>Where a step stands.</summary>
public enum PlanStepState
{
    /// <summary>Not begun.</summary>
    Pending,

    /// <summary>Noted as about to be sent: after a crash the router is asked whether it has it.</summary>
    Sending,

    /// <summary>The router confirmed it.</summary>
    Done,

    /// <summary>The router has it already, or it lost its meaning (the session to kick is gone).</summary>
    Skipped,

    /// <summary>The router refused it, or the item was changed meanwhile.</summary>
    Failed,
}
