namespace IspPortal.Core.Plans;

/// <summary>A plan in full.</summary>
/// <param name="Row">What lists show.</param>
/// <param name="Content">All that its form says; its terms are those in force today.</param>
/// <param name="Prices">Every price, the newest first.</param>
/// <param name="CreatedAtUtc">When it was made.</param>
/// <param name="RetiredAtUtc">When it was retired, or null.</param>
public sealed record PlanDetails(PlanRow Row, SavePlanRequest Content, IReadOnlyList<PlanPriceRow> Prices, DateTime CreatedAtUtc, DateTime? RetiredAtUtc);
