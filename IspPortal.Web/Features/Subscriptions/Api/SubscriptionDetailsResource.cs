using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Changes;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>A subscription in full.</summary>
/// <param name="Row">What lists show.</param>
/// <param name="BillingAccountId">Who pays.</param>
/// <param name="Service">How the line is served.</param>
/// <param name="PriceId">The version of the plan's price that it keeps.</param>
/// <param name="AgreedPrice">A price of its own, or null.</param>
/// <param name="InstallationFee">Charged once.</param>
/// <param name="AutoRenew">Whether it goes on by itself.</param>
/// <param name="ContractEndsOn">The last day of the contract, or null.</param>
/// <param name="NextPeriodOn">The first day of the next period, or null.</param>
/// <param name="Address">Where it is installed; null: at the customer's.</param>
/// <param name="Latitude">Where that is, or null.</param>
/// <param name="Longitude">Where that is, or null.</param>
/// <param name="Note">What else is to be known, or null.</param>
/// <param name="FixedAddress">Empty: none; null: not the portal's business.</param>
/// <param name="CallerId">Empty: any; null: not the portal's business.</param>
/// <param name="LineState">What the line should be on its router.</param>
/// <param name="AppliedState">What the router was last seen or made to hold, or null.</param>
/// <param name="ActivatedAtUtc">When it was put into service, or null.</param>
/// <param name="TerminatedAtUtc">When it ended, or null.</param>
/// <param name="TerminationReason">Why it ended, or null.</param>
/// <param name="HeldBecause">What holds it back, with who said so.</param>
/// <param name="Terms">Plans and prices by day.</param>
/// <param name="AddOns">What was bought beside the plan.</param>
/// <param name="Promotions">Promotions it was given.</param>
/// <param name="Pauses">Its pauses.</param>
/// <param name="Changes">What is put on a date.</param>
/// <param name="Delivery">What the router still has to be told, or was told last.</param>
/// <param name="NightPercent">The line has the speed of its night now: percent of the plan's; null: the plan's own.</param>
internal sealed record SubscriptionDetailsResource(
    SubscriptionResource Row, Guid BillingAccountId, AccessService Service, Guid PriceId, long? AgreedPrice, long InstallationFee, bool AutoRenew, DateOnly? ContractEndsOn, DateOnly? NextPeriodOn,
    string? Address, double? Latitude, double? Longitude, string? Note, string? FixedAddress, string? CallerId, AccessState LineState, AccessState? AppliedState, DateTime? ActivatedAtUtc,
    DateTime? TerminatedAtUtc, string? TerminationReason, IReadOnlyList<SubscriptionHoldRow> HeldBecause, IReadOnlyList<TermResource> Terms,
    IReadOnlyList<BoughtAddOnResource> AddOns, IReadOnlyList<GivenPromotionResource> Promotions, IReadOnlyList<SubscriptionPauseRow> Pauses,
    IReadOnlyList<ChangeResource> Changes, DeliveryResource? Delivery, int? NightPercent)
{
    public static SubscriptionDetailsResource Of(SubscriptionDetails details) => new(
        SubscriptionResource.Of(details.Row), details.BillingAccountId, details.Service, details.PriceId, details.AgreedPrice?.Minor, details.InstallationFee.Minor, details.AutoRenew, details.ContractEndsOn,
        details.NextPeriodOn, details.Address, details.Latitude, details.Longitude, details.Note, details.FixedAddress, details.CallerId, details.LineState, details.AppliedState, details.ActivatedAtUtc,
        details.TerminatedAtUtc, details.TerminationReason, details.Holds,
        [.. details.Terms.Select(term => new TermResource(term.FromOn, term.ToOn, term.PlanId, term.PlanName, term.PriceId, term.AgreedPrice?.Minor, term.Price.Minor, term.IsTrial))],
        [.. details.AddOns.Select(a => new BoughtAddOnResource(a.Id, a.AddOnId, a.Code, a.Name, a.Kind, a.Quantity, a.Price.Minor, a.IsOneTime, a.FromOn, a.ToOn, a.CreatedBy, a.SpeedPercent, a.NightFrom, a.NightTo))],
        [.. details.Promotions.Select(p => new GivenPromotionResource(p.Id, p.PromotionId, p.Name, p.Kind, p.Percent, p.Amount.Minor, p.PayPeriods, p.GetPeriods, p.Periods, p.FromOn, p.ToOn, p.CreatedBy))],
        details.Pauses,
        [.. details.Changes.Select(change => new ChangeResource(change.Id, change.Kind, change.DueOn, change.State, change.PlanName, change.Price?.Minor, change.RouterName, change.Reason, change.CreatedBy, change.ErrorCode))],
        details.Delivery is { } delivery ? new DeliveryResource(delivery.State, delivery.WantedAtUtc, delivery.Reason, delivery.PlanId, delivery.Error?.Code, delivery.Attempts, delivery.NextTryAtUtc, delivery.SettledAtUtc) : null,
        details.NightPercent);
}
