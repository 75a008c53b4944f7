using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Plans.Campaigns;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>A speed campaign: either a factor or a speed.</summary>
/// <param name="Name">1–80 characters.</param>
/// <param name="PlanIds">The plans; at least one.</param>
/// <param name="StartsAtUtc">When it begins.</param>
/// <param name="EndsAtUtc">When it ends by itself.</param>
/// <param name="FactorPercent">Percent of each plan's speed.</param>
/// <param name="DownBitsPerSecond">The speed to the customer.</param>
/// <param name="UpBitsPerSecond">The speed from the customer.</param>
/// <param name="Kicks">When sessions feel it; without it with the next redial.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="Version">Required when changing one.</param>
internal sealed record CampaignBody(
    string? Name = null, IReadOnlyList<Guid>? PlanIds = null, DateTimeOffset? StartsAtUtc = null, DateTimeOffset? EndsAtUtc = null, int? FactorPercent = null, long? DownBitsPerSecond = null,
    long? UpBitsPerSecond = null, KickPolicy? Kicks = null, string? Reason = null, long? Version = null)
{
    public SaveCampaignRequest ToRequest() => new(Name ?? "", PlanIds ?? [], StartsAtUtc?.UtcDateTime ?? default, EndsAtUtc?.UtcDateTime ?? default)
    {
        FactorPercent = FactorPercent,
        DownBitsPerSecond = DownBitsPerSecond,
        UpBitsPerSecond = UpBitsPerSecond,
        Kicks = Kicks ?? KickPolicy.NextRedial,
        Reason = Reason,
    };
}
