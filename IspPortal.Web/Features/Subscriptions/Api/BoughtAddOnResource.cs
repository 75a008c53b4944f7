using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>An add-on that a subscription has or had.</summary>
/// <param name="Id">This purchase.</param>
/// <param name="AddOnId">The add-on.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">Of one piece, in whole rupiah without tax.</param>
/// <param name="IsOneTime">Charged once; else per period.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last day; null: goes on. Of a night speed the night that begins on it is the last.</param>
/// <param name="CreatedBy">Who sold it.</param>
/// <param name="SpeedPercent">Of a night speed: percent of the plan's.</param>
/// <param name="NightFrom">Of a night speed.</param>
/// <param name="NightTo">Of a night speed.</param>
internal sealed record BoughtAddOnResource(
    Guid Id, Guid AddOnId, string Code, string Name, AddOnKind Kind, int Quantity, long Price, bool IsOneTime, DateOnly FromOn, DateOnly? ToOn, string CreatedBy, int? SpeedPercent, TimeOnly? NightFrom,
    TimeOnly? NightTo);
