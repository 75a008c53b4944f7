using IspPortal.Core.Subscriptions.Changes;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>Something that is to happen on a day.</summary>
internal sealed record ChangeResource(
    Guid Id, SubscriptionChangeKind Kind, DateOnly DueOn, SubscriptionChangeState State, string? PlanName, long? Price, string? RouterName, string? Reason, string CreatedBy, string? ErrorCode);
