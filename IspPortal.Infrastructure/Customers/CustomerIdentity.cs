using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

internal sealed class CustomerIdentity(IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ICustomerIdentity
{
    public async Task<Result<PersonNumbers>> RevealAsync(Guid customerId, CancellationToken cancellationToken)
    {
        if (actor.Deny(CustomersPermissions.CustomersIdentity) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == customerId).Select(c => new PersonNumbers(c.IdentityNumber, c.TaxId)).SingleOrDefaultAsync(cancellationToken);
        if (found is null or { IdentityNumber: null, TaxId: null })
        {
            return found is null ? CustomersErrors.NotFound : CustomersErrors.NoIdentityNumber;
        }

        // No row of the audit, no number.
        context.AddAudit("identity_shown", "customer", customerId.ToString(), null, null);
        await context.SaveChangesAsync(cancellationToken);
        return found;
    }
}
