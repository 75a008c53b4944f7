using IspPortal.Core.Common.Money;
using IspPortal.Core.Customers;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Tracing;

/// <summary>Reads what the map says of lines.</summary>
internal static class MappedLines
{
    private const int AtOnce = 500;

    /// <summary>Lines by id, a few hundred with each statement; prices by router.</summary>
    public static async Task<List<MappedLine>> ReadAsync(PortalDbContext context, ILiveRouters live, ILinePrices prices, IReadOnlyCollection<Guid> accessIds, CancellationToken cancellationToken)
    {
        if (accessIds.Count == 0)
        {
            return [];
        }

        var priceOn = new Dictionary<Guid, LinePrices>();
        var found = new List<MappedLine>(accessIds.Count);
        foreach (var ids in accessIds.Chunk(AtOnce))
        {
            var places = (await context.Set<AccessPlacement>().AsNoTracking().Where(p => ids.Contains(p.AccessId) && p.AppliedState != null && p.AppliedState != AccessState.Absent)
                .Select(p => new { p.AccessId, p.RouterId, IsClosed = p.AppliedState == AccessState.Disabled }).ToListAsync(cancellationToken)).ToLookup(p => p.AccessId);
            var rows = await (
                from access in context.Set<AccessAccount>().AsNoTracking()
                where ids.Contains(access.Id)
                join subscription in context.Set<Subscription>() on access.Id equals subscription.AccessId into sold
                from subscription in sold.DefaultIfEmpty()
                join customer in context.Set<Customer>() on subscription.CustomerId equals customer.Id into customers
                from customer in customers.DefaultIfEmpty()
                select new
                {
                    access.Id,
                    access.RouterId,
                    access.Username,
                    SubscriptionId = subscription == null ? (Guid?)null : subscription.Id,
                    CustomerName = customer == null ? null : customer.CompanyName ?? customer.Name,
                }).ToListAsync(cancellationToken);
            foreach (var router in rows.Select(row => row.RouterId).Distinct().Where(router => !priceOn.ContainsKey(router)))
            {
                priceOn[router] = await prices.OnRouterAsync(router, cancellationToken);
            }

            found.AddRange(rows.Select(row => new MappedLine(
                row.Id,
                row.RouterId,
                row.Username,
                LinePresence.Of(live, row.Id, row.RouterId, [.. places[row.Id].Where(p => p.RouterId != row.RouterId).Select(p => new OtherPlace(p.RouterId, p.IsClosed))]),
                row.SubscriptionId,
                row.CustomerName,
                priceOn[row.RouterId].Lines.GetValueOrDefault(row.Id)?.Monthly)));
        }

        return found;
    }

    /// <summary>What they bring in an average month.</summary>
    public static Money MonthlyOf(IEnumerable<MappedLine> lines) => lines.Aggregate(Money.Zero, (sum, line) => line.Monthly is { } monthly ? sum + monthly : sum);
}
