using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Subscriptions;
using IspPortal.Infrastructure.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Subscriptions;

/// <summary>A line that only waits to be installed does not show in the customer's status, and keeps the customer all the same.</summary>
internal sealed class LinesKeepCustomers : ICustomerRemovalGuard
{
    public async Task<Error?> RefuseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        await context.Set<Subscription>().AnyAsync(s => s.CustomerId == customerId && s.Status != SubscriptionStatus.Terminated, cancellationToken) ? CustomersErrors.StillServed : null;
}
