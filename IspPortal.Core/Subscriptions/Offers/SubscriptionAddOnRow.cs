using IspPortal.Core.Common.Money;
using IspPortal.Core.Plans.Offers;

namespace IspPortal.Core.Subscriptions.Offers;

/// <summary>An add-on that a subscription has or had.</summary>
/// <param name="Id">This purchase.</param>
/// <param name="AddOnId">The add-on.</param>
/// <param name="Code">Its code.</param>
/// <param name="Name">Its name.</param>
/// <param name="Kind">What it is.</param>
/// <param name="Quantity">How many.</param>
/// <param name="Price">Of one piece, without tax.</param>
/// <param name="IsOneTime">Charged once; else per period.</param>
/// <param name="FromOn">The first day.</param>
/// <param name="ToOn">The last day; null: goes on.</param>
/// <param name="CreatedBy">Who sold it.</param>
public sealed record SubscriptionAddOnRow(
    Guid Id, Guid AddOnId, string Code, string Name, AddOnKind Kind, int Quantity, Money Price, bool IsOneTime, DateOnly FromOn, DateOnly? ToOn, string CreatedBy);
