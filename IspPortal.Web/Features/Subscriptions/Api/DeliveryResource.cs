using IspPortal.Core.Subscriptions.Delivery;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>What the router still has to be told, or was told last.</summary>
internal sealed record DeliveryResource(LineDeliveryState State, DateTime WantedAtUtc, string Reason, Guid? PlanId, string? ErrorCode, int Attempts, DateTime? NextTryAtUtc, DateTime? SettledAtUtc);
