using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>Documents go with their customer into another one; the files stay where they are.</summary>
internal sealed class DocumentMergePart : ICustomerMergePart
{
    public async Task<IReadOnlyList<MergePart>> CountAsync(PortalDbContext context, Guid mergedId, CancellationToken cancellationToken) =>
        [new("documents", await context.Set<CustomerDocument>().CountAsync(d => d.CustomerId == mergedId && d.RemovedAtUtc == null, cancellationToken))];

    public async Task MoveAsync(PortalDbContext context, Customer merged, Customer survivor, CancellationToken cancellationToken)
    {
        foreach (var document in await context.Set<CustomerDocument>().Where(d => d.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            document.CustomerId = survivor.Id;
        }

        foreach (var entry in await context.Set<DocumentHistoryEntry>().Where(h => h.CustomerId == merged.Id).ToListAsync(cancellationToken))
        {
            entry.CustomerId = survivor.Id;
        }
    }
}
