using IspPortal.Core.Plans;

namespace IspPortal.Core.Billing.Generator;

/// <summary>What a subscription has of a period.</summary>
/// <param name="FromOn">The first day that it has.</param>
/// <param name="ToOn">The last.</param>
/// <param name="Whole">The period.</param>
/// <param name="Cycle">How long such periods are.</param>
/// <param name="DueOn">The day from which on it is billed.</param>
internal sealed record CutPeriod(DateOnly FromOn, DateOnly ToOn, GridPeriod Whole, PlanPeriod Cycle, DateOnly DueOn);
