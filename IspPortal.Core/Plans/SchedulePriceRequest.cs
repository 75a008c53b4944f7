namespace IspPortal.Core.Plans;

/// <summary>The next price of a plan.</summary>
/// <param name="Version">The plan's version that was read: a price that somebody else scheduled meanwhile is seen.</param>
/// <param name="ValidFromOn">From when; tomorrow at the earliest, ten years at the latest.</param>
/// <param name="Terms">What it costs.</param>
/// <param name="Reason">Why; up to 500 characters, or null.</param>
public sealed record SchedulePriceRequest(long Version, DateOnly ValidFromOn, PlanTerms Terms, string? Reason = null);
