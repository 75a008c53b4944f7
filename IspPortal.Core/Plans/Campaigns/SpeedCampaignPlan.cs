using IspPortal.Core.Audit;

namespace IspPortal.Core.Plans.Campaigns;

/// <summary>A plan of a campaign.</summary>
[Audited("speed-campaign-plan")]
internal sealed class SpeedCampaignPlan
{
    public Guid CampaignId { get; set; }

    public Guid PlanId { get; set; }
}
