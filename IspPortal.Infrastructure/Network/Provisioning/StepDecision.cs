namespace IspPortal.Infrastructure.Network.Provisioning;

/// <summary>What to do with a step, now that the router was asked again.</summary>
internal enum StepDecision
{
    /// <summary>Send it.</summary>
    Send,

    /// <summary>The router has it already, or it lost its meaning.</summary>
    Skip,

    /// <summary>Somebody changed the item meanwhile: it is not overwritten.</summary>
    Fail,
}
