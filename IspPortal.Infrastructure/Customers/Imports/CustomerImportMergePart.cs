using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Imports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>Rows of files follow the customer that they became, so that its erasure finds them. Nothing a person would count.</summary>
internal sealed class CustomerImportMergePart : ICustomerMergePart
{
    public Task<IReadOnlyList<MergePart>> CountAsync(PortalDbContext context, Guid mergedId, CancellationToken cancellationToken) => Task.FromResult<IReadOnlyList<MergePart>>([]);

    public async Task MoveAsync(PortalDbContext context, Customer merged, Customer survivor, CancellationToken cancellationToken)
    {
        foreach (var line in await context.Set<CustomerImportLine>().Where(l => l.CustomerId == merged.Id || l.OtherId == merged.Id).ToListAsync(cancellationToken))
        {
            line.CustomerId = line.CustomerId == merged.Id ? survivor.Id : line.CustomerId;
            line.OtherId = line.OtherId == merged.Id ? survivor.Id : line.OtherId;
        }
    }
}
