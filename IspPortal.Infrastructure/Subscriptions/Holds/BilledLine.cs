namespace IspPortal.Infrastructure.Subscriptions.Holds;

/// <summary>A line in service that bills may hold.</summary>
/// <param name="SubscriptionId">The line's subscription.</param>
/// <param name="BillingAccountId">Who pays for it.</param>
/// <param name="AccessId">The line.</param>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="RouterName">That router's name.</param>
/// <param name="IsIsolated">Whether bills hold it already.</param>
/// <param name="CanIsolate">Whether the isolir kit of the router is green.</param>
/// <param name="IsObserved">Whether the router is in observe mode.</param>
internal sealed record BilledLine(Guid SubscriptionId, Guid BillingAccountId, Guid AccessId, Guid RouterId, string RouterName, bool IsIsolated, bool CanIsolate, bool IsObserved);
