namespace IspPortal.Core.Plans.Campaigns;

/// <summary>One profile of one router, or one static line, of a campaign.</summary>
/// <param name="Id">The change.</param>
/// <param name="RouterId">The router.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Subject">The profile's or the line's name.</param>
/// <param name="Before">What was wanted before, or null.</param>
/// <param name="During">What the campaign wants.</param>
/// <param name="StartPlanId">The access plan that began it, or null.</param>
/// <param name="StartToldAtUtc">When the router was told, or null.</param>
/// <param name="EndPlanId">The access plan that set it back, or null.</param>
/// <param name="EndToldAtUtc">When, or null.</param>
/// <param name="WasLeftAlone">Somebody wanted something else meanwhile.</param>
/// <param name="ErrorCode">Why the last try failed, or null.</param>
public sealed record CampaignChange(
    Guid Id, Guid RouterId, string RouterName, string Subject, string? Before, string During, Guid? StartPlanId, DateTime? StartToldAtUtc, Guid? EndPlanId, DateTime? EndToldAtUtc, bool WasLeftAlone, string? ErrorCode);
