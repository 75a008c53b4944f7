namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>From when to when which plan at which price.</summary>
internal sealed record TermResource(DateOnly FromOn, DateOnly? ToOn, Guid PlanId, string PlanName, Guid PriceId, long? AgreedPrice, long Price, bool IsTrial);
