using IspPortal.Core.Plans.Offers;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>A promotion that a subscription was given, as it was promised.</summary>
internal sealed record GivenPromotionResource(
    Guid Id, Guid PromotionId, string Name, PromotionKind Kind, int? Percent, long Amount, int? PayPeriods, int? GetPeriods, int? Periods, DateOnly FromOn, DateOnly? ToOn, string CreatedBy);
