namespace IspPortal.Core.Plans.Offers;

/// <summary>Where a promotion stands on a day.</summary>
public enum PromotionState
{
    /// <summary>Begins later.</summary>
    Upcoming,

    /// <summary>Can be had.</summary>
    Running,

    /// <summary>Is over.</summary>
    Ended,

    /// <summary>Was switched off.</summary>
    Off,
}
