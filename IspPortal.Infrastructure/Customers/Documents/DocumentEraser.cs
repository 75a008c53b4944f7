using IspPortal.Core.Common.Events;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>Takes the files of an erased person's documents away, once the erasure holds.</summary>
internal sealed class DocumentEraser(IDbContextFactory<PortalDbContext> contexts, DocumentFiles files) : IEventHandler<CustomerErased>, IEventHandler<FormerOwnerErased>
{
    public Task HandleAsync(CustomerErased domainEvent, CancellationToken cancellationToken) => RemoveAsync(domainEvent.CustomerId, cancellationToken);

    public Task HandleAsync(FormerOwnerErased domainEvent, CancellationToken cancellationToken) => RemoveAsync(domainEvent.CustomerId, cancellationToken);

    private async Task RemoveAsync(Guid customerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var gone = await context.Set<CustomerDocument>().AsNoTracking().Where(d => d.CustomerId == customerId && d.FileErasedAtUtc != null).Select(d => d.StoredAs).ToListAsync(cancellationToken);
        gone.ForEach(files.Remove);
    }
}
