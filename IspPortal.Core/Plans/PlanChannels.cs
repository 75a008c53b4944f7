namespace IspPortal.Core.Plans;

/// <summary>Where a plan is sold.</summary>
[Flags]
public enum PlanChannels
{
    /// <summary>Nowhere.</summary>
    None = 0,

    /// <summary>At the counter and by staff.</summary>
    Counter = 1,

    /// <summary>By the customer in the portal.</summary>
    Portal = 2,

    /// <summary>By resellers.</summary>
    Reseller = 4,
}
