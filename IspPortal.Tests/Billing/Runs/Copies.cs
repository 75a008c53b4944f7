using IspPortal.Core.Customers.BillingAccounts;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Tests.Billing.Runs;

/// <summary>Lines that are like one that was sold, each with a billing account of its own: a crowd for runs.</summary>
internal static class Copies
{
    public static async Task InsertAsync(
        PortalDbContext context, int count, Subscription sold, SubscriptionTerm term, AccessAccount access, BillingAccount account, CancellationToken cancellationToken)
    {
        var (accounts, accesses, subscriptions, terms) = (new List<BillingAccount>(count), new List<AccessAccount>(count), new List<Subscription>(count), new List<SubscriptionTerm>(count));
        for (var i = 1; i <= count; i++)
        {
            var (accountId, accessId, id) = (Guid.CreateVersion7(), Guid.CreateVersion7(), Guid.CreateVersion7());
            accounts.Add(Copy(context, account, (nameof(BillingAccount.Id), accountId), (nameof(BillingAccount.Number), $"BA-900001-{i:000000}"), (nameof(BillingAccount.IsDefault), false)));
            accesses.Add(Copy(context, access, (nameof(AccessAccount.Id), accessId), (nameof(AccessAccount.Username), $"salinan-{i}"), (nameof(AccessAccount.SearchKey), $"salinan-{i}")));
            subscriptions.Add(Copy(
                context, sold, (nameof(Subscription.Id), id), (nameof(Subscription.Number), $"SUB-900001-{i:000000}"), (nameof(Subscription.BillingAccountId), accountId), (nameof(Subscription.AccessId), accessId), (nameof(Subscription.Username), $"salinan-{i}")));
            terms.Add(Copy(context, term, (nameof(SubscriptionTerm.SubscriptionId), id)));
        }

        await context.InsertSampleRowsAsync(accounts, cancellationToken);
        await context.InsertSampleRowsAsync(accesses, cancellationToken);
        await context.InsertSampleRowsAsync(subscriptions, cancellationToken);
        await context.InsertSampleRowsAsync(terms, cancellationToken);
    }

    /// <summary>What is wanted of each of these lines on its router, like that of one that was sold.</summary>
    public static Task InsertWantedAsync(PortalDbContext context, DesiredAccessRecord wanted, IReadOnlyList<(Guid AccessId, string Username)> lines, CancellationToken cancellationToken) => context.InsertSampleRowsAsync(
        lines.Select(line => Copy(
            context, wanted, (nameof(DesiredAccessRecord.AccessId), line.AccessId), (nameof(DesiredAccessRecord.Username), line.Username), (nameof(DesiredAccessRecord.UsernameKey), DesiredAccessRecord.KeyOf(wanted.Service, line.Username)))).ToList(),
        cancellationToken);

    private static T Copy<T>(PortalDbContext context, T original, params (string Property, object Value)[] changes)
        where T : class
    {
        var values = context.Entry(original).CurrentValues.Clone();
        foreach (var (property, value) in changes)
        {
            values[property] = value;
        }

        return (T)values.ToObject();
    }
}
