using IspPortal.Core.Network.Access;

namespace IspPortal.Infrastructure.Subscriptions.Night;

/// <summary>A line that is or was in its night.</summary>
internal sealed record NightLine(Guid SubscriptionId, Guid AccessId, Guid PlanId, Guid RouterId, AccessService Service, int? Percent, string? Profile, string? RateLimit);
