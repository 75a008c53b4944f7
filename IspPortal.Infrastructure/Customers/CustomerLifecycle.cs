using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class CustomerLifecycle(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock) : ICustomerLifecycle
{
    public async Task<Result<CustomerStatus>> FollowAsync(Guid customerId, CustomerLines lines, string? reason, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var status = await FollowAsync(context, clock, customerId, lines, reason, cancellationToken);
        if (!status.Succeeded)
        {
            return status;
        }

        var saved = await context.TrySaveAsync(null, cancellationToken);
        return saved.Succeeded ? status : saved.Error;
    }

    /// <summary>The same inside the caller's unit of work: status and lines change in one transaction. The caller saves.</summary>
    public static async Task<Result<CustomerStatus>> FollowAsync(
        PortalDbContext context, TimeProvider clock, Guid customerId, CustomerLines lines, string? reason, CancellationToken cancellationToken)
    {
        var customer = await context.Set<Customer>().SingleOrDefaultAsync(c => c.Id == customerId, cancellationToken);
        if (customer is null)
        {
            return CustomersErrors.NotFound;
        }

        var (from, to) = (customer.Status, CustomerStatusRule.StatusOf(customer.Status, lines));
        if (from != to)
        {
            customer.Status = to;
            customer.UpdatedAtUtc = clock.UtcNow();
            context.AddHistory(clock, customerId, CustomerHistoryKind.StatusChanged, reason, null, from, to);
            context.AddEvent(new CustomerStatusChanged(customerId));
        }

        return to;
    }
}
