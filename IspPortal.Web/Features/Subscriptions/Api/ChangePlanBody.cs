using IspPortal.Core.Common.Money;
using IspPortal.Core.Subscriptions.Changes;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>Another plan or price.</summary>
/// <param name="Version">The version that was seen; required.</param>
/// <param name="PlanId">The new plan; required.</param>
/// <param name="PriceId">The price that was looked at; required.</param>
/// <param name="Moment">When.</param>
/// <param name="OnDay">The day, of onDay.</param>
/// <param name="AgreedPrice">Whole rupiah per period; null: the plan's. Needs subscriptions.price.</param>
/// <param name="Reason">Why, or null.</param>
internal sealed record ChangePlanBody(
    long? Version = null, Guid? PlanId = null, Guid? PriceId = null, ChangeMoment Moment = ChangeMoment.Now, DateOnly? OnDay = null, long? AgreedPrice = null, string? Reason = null)
{
    public ChangePlanRequest ToRequest() => new(PlanId ?? Guid.Empty, PriceId ?? Guid.Empty, Moment, OnDay) { AgreedPrice = AgreedPrice is { } price ? Money.Idr(price) : null, Reason = Reason };
}
