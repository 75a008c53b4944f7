using IspPortal.Core.Plans;

namespace IspPortal.Web.Features.Plans.Api;

/// <summary>One service plan in full.</summary>
/// <param name="Plan">What lists show.</param>
/// <param name="Content">All that can be changed; terms are those in force today.</param>
/// <param name="RateLimit">The speed in RouterOS's words.</param>
/// <param name="Prices">Every price, the newest first.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
/// <param name="RetiredAtUtc">When it was retired, or null.</param>
internal sealed record PlanDetailsResource(PlanResource Plan, SavePlanBody Content, string RateLimit, IReadOnlyList<PlanPriceResource> Prices, DateTime CreatedAtUtc, DateTime? RetiredAtUtc)
{
    public static PlanDetailsResource Of(PlanDetails plan) => new(
        PlanResource.Of(plan.Row), SavePlanBody.Of(plan.Content, plan.Row.Version), plan.Content.Speed.ToRateLimit().ToString(), [.. plan.Prices.Select(PlanPriceResource.Of)], plan.CreatedAtUtc, plan.RetiredAtUtc);
}
