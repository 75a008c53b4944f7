using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Documents;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Plans;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

internal sealed class InstallationOrders(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, IBusinessClock business) : IInstallationOrders
{
    public async Task<Result<InstallationOrder>> MakeAsync(Guid subscriptionId, CancellationToken cancellationToken)
    {
        if (actor.Deny(SubscriptionsPermissions.SubscriptionsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await (
            from s in context.Set<Subscription>().AsNoTracking()
            where s.Id == subscriptionId
            join customer in context.Set<Customer>() on s.CustomerId equals customer.Id
            join plan in context.Set<ServicePlan>() on s.PlanId equals plan.Id
            join price in context.Set<PlanPrice>() on s.PriceId equals price.Id
            join router in context.Set<Router>() on s.RouterId equals router.Id
            join line in context.Set<DesiredAccessRecord>() on s.AccessId equals line.AccessId
            select new { Subscription = s, Customer = customer, Plan = plan, price.Deposit, RouterName = router.Name, line.FixedAddress }).AsNoTracking().FirstOrDefaultAsync(cancellationToken);
        if (found is null)
        {
            return SubscriptionsErrors.NotFound;
        }

        var (subscription, person, sold) = (found.Subscription, found.Customer, found.Plan);
        var own = string.Join(", ", new[] { person.Street, person.Village, person.District, person.City }.Where(part => !string.IsNullOrEmpty(part)));
        var collect = subscription.InstallationFee + found.Deposit;
        return new InstallationOrder
        {
            Number = subscription.Number,
            OrderedOn = await business.TodayAsync(cancellationToken),
            PlannedOn = subscription.Status == SubscriptionStatus.Pending ? subscription.StartsOn : null,
            CustomerNumber = person.Number,
            CustomerName = person.Name,
            CompanyName = person.CompanyName,
            Phone = person.Phone,
            Address = subscription.Address ?? (own.Length > 0 ? own : "–"),
            Latitude = subscription.Latitude ?? person.Latitude,
            Longitude = subscription.Longitude ?? person.Longitude,
            PlanName = sold.Name,
            DownBitsPerSecond = sold.DownBitsPerSecond,
            UpBitsPerSecond = sold.UpBitsPerSecond,
            RouterName = found.RouterName,
            Username = subscription.Service == AccessService.Static ? null : subscription.Username,
            FixedAddress = string.IsNullOrEmpty(found.FixedAddress) ? null : found.FixedAddress,
            ToCollect = collect.IsZero ? null : collect,
            Notes = subscription.Note,
        };
    }
}
