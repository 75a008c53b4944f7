using IspPortal.Core.Network.Access;

namespace IspPortal.Core.Plans.Campaigns;

/// <summary>One profile of one router, or one static line, that a campaign changed: what it has to set back.</summary>
internal sealed class SpeedCampaignChange
{
    public Guid Id { get; set; }

    public Guid CampaignId { get; set; }

    public Guid PlanId { get; set; }

    public Guid RouterId { get; set; }

    public AccessService Service { get; set; }

    /// <summary>The profile; null for a static line.</summary>
    public string? Profile { get; set; }

    /// <summary>The static line; null for a profile.</summary>
    public Guid? AccessId { get; set; }

    /// <summary>What was wanted before; null: it was not the portal's business.</summary>
    public string? Before { get; set; }

    /// <summary>What the campaign wants.</summary>
    public required string During { get; set; }

    /// <summary>The access plan that began it; null: none was needed or it is not made yet.</summary>
    public Guid? StartPlanId { get; set; }

    /// <summary>When the router was told; null: still to be.</summary>
    public DateTime? StartToldAtUtc { get; set; }

    public Guid? EndPlanId { get; set; }

    public DateTime? EndToldAtUtc { get; set; }

    /// <summary>Somebody wanted something else meanwhile: it was left alone.</summary>
    public bool WasLeftAlone { get; set; }

    /// <summary>Why the last try failed, or null.</summary>
    public string? ErrorCode { get; set; }
}
