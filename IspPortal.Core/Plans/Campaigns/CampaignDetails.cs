namespace IspPortal.Core.Plans.Campaigns;

/// <summary>A campaign and how much it changed.</summary>
/// <param name="Row">What lists show.</param>
/// <param name="Changes">How many profiles and static lines it changed; 0 until it begins.</param>
/// <param name="Waiting">How many of them wait for their router to be told of the beginning, or while it ends of the end.</param>
public sealed record CampaignDetails(CampaignRow Row, int Changes, int Waiting);
