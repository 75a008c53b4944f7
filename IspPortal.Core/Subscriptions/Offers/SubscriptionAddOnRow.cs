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
    Guid Id, Guid AddOnId, string Code, string Name, AddOnKind Kind, int Quantity, Money Price, bool IsOneTime, DateOnly FromOn, DateOnly? ToOn, string CreatedBy)
{
    /// <summary>Of a night speed: percent of the plan's; else null.</summary>
    public int? SpeedPercent { get; init; }

    /// <summary>Of a night speed: from when, in the business zone; else null.</summary>
    public TimeOnly? NightFrom { get; init; }

    /// <summary>Of a night speed: until when (may lie behind midnight); else null.</summary>
    public TimeOnly? NightTo { get; init; }

    /// <summary>Of a night speed: sessions are ended at its edges; else they have it from their next dial-in.</summary>
    public bool ReconnectsSessions { get; init; }
}
