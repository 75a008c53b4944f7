namespace IspPortal.Core.Plans;

/// <summary>Who is on a plan.</summary>
/// <param name="Routers">By router.</param>
/// <param name="Prices">How many lines pay what; lines on trial pay nothing and are not here.</param>
public sealed record PlanUsage(IReadOnlyList<PlanRouterUsage> Routers, IReadOnlyList<PlanPriceShare> Prices);
