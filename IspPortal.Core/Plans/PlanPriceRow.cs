namespace IspPortal.Core.Plans;

/// <summary>One dated price.</summary>
/// <param name="Id">The price: what a subscription keeps as its own until it is moved.</param>
/// <param name="PlanId">Its plan.</param>
/// <param name="ValidFromOn">Its first day.</param>
/// <param name="ValidToOn">Its last day; null: until another begins.</param>
/// <param name="Terms">What it costs.</param>
/// <param name="Reason">Why, or null.</param>
/// <param name="CreatedBy">Who scheduled it.</param>
/// <param name="CreatedAtUtc">When.</param>
/// <param name="State">Whether it was, is or will be in force.</param>
public sealed record PlanPriceRow(
    Guid Id, Guid PlanId, DateOnly ValidFromOn, DateOnly? ValidToOn, PlanTerms Terms, string? Reason, string CreatedBy, DateTime CreatedAtUtc, PlanPriceState State);
