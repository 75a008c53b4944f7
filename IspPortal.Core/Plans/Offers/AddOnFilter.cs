namespace IspPortal.Core.Plans.Offers;

/// <summary>Which add-ons.</summary>
/// <param name="Kind">Of this kind, or null.</param>
/// <param name="IsActive">Sold or not; null: both.</param>
/// <param name="PlanId">That may be bought beside this plan, or null.</param>
public sealed record AddOnFilter(AddOnKind? Kind = null, bool? IsActive = null, Guid? PlanId = null);
