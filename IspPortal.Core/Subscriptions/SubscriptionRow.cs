using IspPortal.Core.Common.Money;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions.Delivery;

namespace IspPortal.Core.Subscriptions;

/// <summary>A subscription in a list.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Number">E.g. <c>SUB-202611-000042</c>.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">What that customer is called on screens.</param>
/// <param name="AccessId">Its line.</param>
/// <param name="Username">The line's user name.</param>
/// <param name="PlanId">The plan in force.</param>
/// <param name="PlanName">Its name.</param>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Holds">What holds it back.</param>
/// <param name="Price">What it pays per period, without tax.</param>
/// <param name="IsTrial">Whether it is a trial.</param>
/// <param name="StartsOn">The first day that counts.</param>
/// <param name="EndsOn">The last day that it has; null: open end.</param>
/// <param name="Line">Whether the router was told what it should do; null: there was never anything to tell.</param>
/// <param name="Version">For optimistic concurrency.</param>
public sealed record SubscriptionRow(
    Guid Id,
    string Number,
    Guid CustomerId,
    string CustomerName,
    Guid AccessId,
    string Username,
    Guid PlanId,
    string PlanName,
    Guid RouterId,
    string RouterName,
    SubscriptionStatus Status,
    AccessHolds Holds,
    Money Price,
    bool IsTrial,
    DateOnly StartsOn,
    DateOnly? EndsOn,
    LineDeliveryState? Line,
    long Version);
