namespace IspPortal.Core.Plans.Campaigns;

/// <summary>A campaign in a list.</summary>
/// <param name="Id">The campaign.</param>
/// <param name="Content">What its form says.</param>
/// <param name="State">Where it stands.</param>
/// <param name="PlanNames">Its plans by name.</param>
/// <param name="StartedAtUtc">When lines were told to change, or null.</param>
/// <param name="EndedAtUtc">When the last router was told to go back, or null.</param>
/// <param name="CreatedBy">Who made it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record CampaignRow(
    Guid Id, SaveCampaignRequest Content, SpeedCampaignState State, IReadOnlyList<string> PlanNames, DateTime? StartedAtUtc, DateTime? EndedAtUtc, string CreatedBy, DateTime CreatedAtUtc, long Version);
