namespace IspPortal.Core.Plans.Campaigns;

/// <summary>A campaign and what it changed.</summary>
/// <param name="Row">What lists show.</param>
/// <param name="Changes">Every profile and static line that it changed; empty until it begins.</param>
public sealed record CampaignDetails(CampaignRow Row, IReadOnlyList<CampaignChange> Changes);
