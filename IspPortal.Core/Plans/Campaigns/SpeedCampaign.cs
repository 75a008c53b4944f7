using IspPortal.Core.Audit;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Plans.Campaigns;

/// <summary>Another speed for a time. Bills know nothing of it.</summary>
[Audited("speed-campaign")]
internal sealed class SpeedCampaign
{
    public Guid Id { get; set; }

    public required string Name { get; set; }

    [NotAudited]
    public required string SearchKey { get; set; }

    public string? Reason { get; set; }

    /// <summary>Percent of each plan's speed; null when a speed is given.</summary>
    public int? FactorPercent { get; set; }

    public long? DownBitsPerSecond { get; set; }

    public long? UpBitsPerSecond { get; set; }

    public DateTime StartsAtUtc { get; set; }

    public DateTime EndsAtUtc { get; set; }

    public KickTiming KickTiming { get; set; }

    public TimeOnly? KickFrom { get; set; }

    public TimeOnly? KickTo { get; set; }

    public int? KicksPerSecond { get; set; }

    public SpeedCampaignState State { get; set; }

    /// <summary>When lines were told to change; null: not yet.</summary>
    public DateTime? StartedAtUtc { get; set; }

    /// <summary>When the last router was told to go back; null: not yet.</summary>
    public DateTime? EndedAtUtc { get; set; }

    public required string CreatedBy { get; set; }

    public DateTime CreatedAtUtc { get; set; }

    public long Version { get; set; }

    public KickPolicy Kicks
    {
        get => new(KickTiming, KickFrom, KickTo, KicksPerSecond);
        set => (KickTiming, KickFrom, KickTo, KicksPerSecond) = (value.Timing, value.WindowFrom, value.WindowTo, value.PerSecond);
    }

    /// <summary>What it makes of a speed.</summary>
    public PlanSpeed Of(PlanSpeed speed) => FactorPercent is { } percent
        ? speed.Scaled(percent)
        : new PlanSpeed(DownBitsPerSecond ?? speed.DownBitsPerSecond, UpBitsPerSecond ?? speed.UpBitsPerSecond);
}
