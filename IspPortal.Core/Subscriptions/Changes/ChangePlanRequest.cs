using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Provisioning;

namespace IspPortal.Core.Subscriptions.Changes;

/// <summary>Another plan, or another price of the same one.</summary>
/// <param name="PlanId">The new plan; served the same way as the line.</param>
/// <param name="PriceId">The price that was looked at: when it is not the one in force on that day, nothing is changed.</param>
/// <param name="Moment">When.</param>
/// <param name="OnDay">The day; null unless <see cref="ChangeMoment.OnDay"/>.</param>
public sealed record ChangePlanRequest(Guid PlanId, Guid PriceId, ChangeMoment Moment, DateOnly? OnDay = null)
{
    /// <summary>A price of its own per period; null: the plan's. Needs <see cref="SubscriptionsPermissions.SubscriptionsPrice"/>.</summary>
    public Money? AgreedPrice { get; init; }

    /// <summary>Why, up to 500 characters, or null.</summary>
    public string? Reason { get; init; }

    /// <summary>When the session feels it; null: right away.</summary>
    public KickPolicy? Kicks { get; init; }
}
