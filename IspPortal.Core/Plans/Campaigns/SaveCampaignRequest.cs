using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans.Campaigns;

/// <summary>A campaign as its form says it. Either a factor or a speed.</summary>
/// <param name="Name">1–80 characters.</param>
/// <param name="PlanIds">The plans; at least one.</param>
/// <param name="StartsAtUtc">When it begins.</param>
/// <param name="EndsAtUtc">When it ends by itself; at most a year later.</param>
public sealed record SaveCampaignRequest(string Name, IReadOnlyList<Guid> PlanIds, DateTime StartsAtUtc, DateTime EndsAtUtc)
{
    /// <summary>Percent of each plan's speed, 10–1,000, not 100; null when a speed is given.</summary>
    public int? FactorPercent { get; init; }

    /// <summary>The speed to the customer; null when a factor is given.</summary>
    public long? DownBitsPerSecond { get; init; }

    /// <summary>The speed from the customer; null when a factor is given.</summary>
    public long? UpBitsPerSecond { get; init; }

    /// <summary>When sessions feel its beginning and its end.</summary>
    public KickPolicy Kicks { get; init; } = KickPolicy.NextRedial;

    /// <summary>Why; up to 500 characters, or null.</summary>
    public string? Reason { get; init; }
}
