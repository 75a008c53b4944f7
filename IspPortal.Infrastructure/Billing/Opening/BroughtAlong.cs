using IspPortal.Core.Billing.Generator;
using IspPortal.Core.Billing.Opening;
using IspPortal.Core.Common.Money;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Billing.Opening;

/// <summary>What lines brought along from the old system, for those who bill them.</summary>
internal static class BroughtAlong
{
    /// <summary>By line the last day that is never billed again, and the deposit that is held; lines that brought nothing are left out.</summary>
    public static async Task<IReadOnlyDictionary<Guid, (DateOnly? BilledUntilOn, Money Deposit)>> ReadAsync(PortalDbContext context, IReadOnlyCollection<Guid> subscriptionIds, CancellationToken cancellationToken)
    {
        var items = await context.Set<OpeningItem>().AsNoTracking().Where(i => i.SubscriptionId != null && subscriptionIds.Contains(i.SubscriptionId.Value) && i.Verdict == OpeningVerdict.Booked)
            .Select(i => new { Id = i.SubscriptionId!.Value, i.Kind, i.BilledUntilOn, i.AmountMinor }).ToListAsync(cancellationToken);
        return items.GroupBy(i => i.Id).ToDictionary(line => line.Key, line => (line.Max(i => i.BilledUntilOn), Money.Idr(line.Where(i => i.Kind == OpeningKind.Deposit).Sum(i => i.AmountMinor))));
    }

    /// <summary>A deposit as what was billed of the line: it is not asked for again, and goes back at the end like any other.</summary>
    public static BilledCharge DepositOf(Guid subscriptionId, Money amount) => new() { Kind = ChargeKind.Deposit, SubscriptionId = subscriptionId, UnitPrice = amount, Amount = amount, Rule = BillRule.Once, ChargeKey = "deposit" };
}
