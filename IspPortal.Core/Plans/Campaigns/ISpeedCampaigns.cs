using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Plans.Campaigns;

/// <summary>Speed campaigns. Reading needs <see cref="PlanPermissions.PlansRead"/>, changing <see cref="PlanPermissions.PlansCampaign"/>. A job begins and ends them.</summary>
public interface ISpeedCampaigns
{
    /// <summary>Lists campaigns, the latest first; search over name; sorts: starts, name, state.</summary>
    Task<Result<Page<CampaignRow>>> ListAsync(SpeedCampaignState? state, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One campaign, or <see cref="PlanErrors.CampaignNotFound"/>.</summary>
    Task<Result<CampaignDetails>> GetAsync(Guid campaignId, CancellationToken cancellationToken);

    /// <summary>The profiles and static lines that a campaign changed, by router; empty until it begins.</summary>
    Task<Result<Page<CampaignChange>>> ListChangesAsync(Guid campaignId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>Schedules one; gives its id. <see cref="PlanErrors.CampaignOverlaps"/> when a plan has another in that time.</summary>
    Task<Result<Guid>> AddAsync(SaveCampaignRequest request, CancellationToken cancellationToken);

    /// <summary>Changes one that has not begun.</summary>
    Task<Result> UpdateAsync(Guid campaignId, long version, SaveCampaignRequest request, CancellationToken cancellationToken);

    /// <summary>Calls one off that has not begun, or ends a running one now. With a reason.</summary>
    Task<Result> StopAsync(Guid campaignId, string reason, CancellationToken cancellationToken);
}
