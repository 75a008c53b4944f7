using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Core.Subscriptions.Delivery;

namespace IspPortal.Web.Features.Subscriptions.Api;

/// <summary>A subscription in a list.</summary>
/// <param name="Id">The subscription.</param>
/// <param name="Number">E.g. <c>SUB-202611-000042</c>.</param>
/// <param name="CustomerId">Whose.</param>
/// <param name="CustomerName">What that customer is called.</param>
/// <param name="AccessId">Its line.</param>
/// <param name="Username">The line's user name.</param>
/// <param name="PlanId">The plan in force.</param>
/// <param name="PlanName">Its name.</param>
/// <param name="RouterId">The router that serves it.</param>
/// <param name="RouterName">Its name.</param>
/// <param name="Status">Where it stands.</param>
/// <param name="Holds">What holds it back.</param>
/// <param name="Currency">Of every amount.</param>
/// <param name="Price">Per period, without tax.</param>
/// <param name="IsTrial">Whether it is a trial.</param>
/// <param name="StartsOn">The first day that counts.</param>
/// <param name="EndsOn">The last day that it has; null: open end.</param>
/// <param name="Line">Whether the router was told; null: there was never anything to tell.</param>
/// <param name="Version">To be given back when changing it.</param>
internal sealed record SubscriptionResource(
    Guid Id, string Number, Guid CustomerId, string CustomerName, Guid AccessId, string Username, Guid PlanId, string PlanName, Guid RouterId, string RouterName, SubscriptionStatus Status,
    IReadOnlyList<AccessHolds> Holds, string Currency, long Price, bool IsTrial, DateOnly StartsOn, DateOnly? EndsOn, LineDeliveryState? Line, long Version)
{
    public static SubscriptionResource Of(SubscriptionRow row) => new(
        row.Id, row.Number, row.CustomerId, row.CustomerName, row.AccessId, row.Username, row.PlanId, row.PlanName, row.RouterId, row.RouterName, row.Status,
        [.. Enum.GetValues<AccessHolds>().Where(hold => hold != AccessHolds.None && row.Holds.HasFlag(hold))], Core.Common.Money.Currency.Idr.Code, row.Price.Minor, row.IsTrial, row.StartsOn, row.EndsOn,
        row.Line, row.Version);
}
