namespace IspPortal.Core.Plans;

/// <summary>Who is on a plan.</summary>
/// <param name="Routers">By router.</param>
/// <param name="Prices">How many lines pay what; the counts add up to all lines.</param>
public sealed record PlanUsage(IReadOnlyList<PlanRouterUsage> Routers, IReadOnlyList<PlanPriceShare> Prices);
