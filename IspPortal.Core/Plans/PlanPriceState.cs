namespace IspPortal.Core.Plans;

/// <summary>Where a price stands on a day.</summary>
public enum PlanPriceState
{
    /// <summary>Another took its place.</summary>
    Past,

    /// <summary>In force.</summary>
    Current,

    /// <summary>Begins later.</summary>
    Scheduled,
}
