namespace IspPortal.Core.Plans.Offers;

/// <summary>A promotion.</summary>
/// <param name="Id">The promotion.</param>
/// <param name="Content">What it is.</param>
/// <param name="State">Where it stands today.</param>
/// <param name="Uses">How often it was given.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record PromotionRow(Guid Id, SavePromotionRequest Content, PromotionState State, int Uses, DateTime CreatedAtUtc, long Version)
{
    /// <summary>Where a promotion stands on a day.</summary>
    public static PromotionState StateOn(SavePromotionRequest content, DateOnly on)
    {
        ArgumentNullException.ThrowIfNull(content);
        return !content.IsActive ? PromotionState.Off
            : content.ValidFromOn > on ? PromotionState.Upcoming
            : content.ValidToOn < on ? PromotionState.Ended
            : PromotionState.Running;
    }
}
