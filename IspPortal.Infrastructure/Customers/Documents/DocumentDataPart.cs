using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>
/// The documents of one person: exported with their files (base64), erased with them. The files themselves go once the erasure is committed
/// (<see cref="DocumentEraser"/>): a transaction that is rolled back must not have taken any.
/// </summary>
internal sealed class DocumentDataPart(DocumentFiles files, TimeProvider clock) : ICustomerDataPart
{
    /// <summary>Stands where a name stood.</summary>
    private const string Erased = "—";

    public string Name => "documents";

    public Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        ReadAsync(context.Set<CustomerDocument>().Where(d => d.CustomerId == customerId && d.FormerOwnerId == null), cancellationToken);

    public Task<object?> ReadFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        ReadAsync(context.Set<CustomerDocument>().Where(d => d.FormerOwnerId == owner.Id), cancellationToken);

    public Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        EraseAsync(context, context.Set<CustomerDocument>().Where(d => d.CustomerId == customerId), cancellationToken);

    public Task EraseFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        EraseAsync(context, context.Set<CustomerDocument>().Where(d => d.FormerOwnerId == owner.Id), cancellationToken);

    public async Task HandOverAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken)
    {
        foreach (var document in await context.Set<CustomerDocument>().Where(d => d.CustomerId == owner.CustomerId && d.FormerOwnerId == null).ToListAsync(cancellationToken))
        {
            document.FormerOwnerId = document.Kind.IsOfThePlace() ? null : owner.Id;
        }
    }

    private async Task<object?> ReadAsync(IQueryable<CustomerDocument> whose, CancellationToken cancellationToken)
    {
        var documents = await whose.AsNoTracking().OrderBy(d => d.UploadedAtUtc).ToListAsync(cancellationToken);
        var held = new List<object>();
        foreach (var d in documents)
        {
            held.Add(new
            {
                d.Kind,
                d.FileName,
                MediaType = d.Format.MediaType(),
                d.SizeBytes,
                d.Description,
                d.ExpiresOn,
                d.State,
                d.StateReason,
                d.UploadedBy,
                d.UploadedAtUtc,
                d.RemovedAtUtc,
                d.RemovalReason,
                Content = d.FileErasedAtUtc is null ? await files.ReadAsync(d.StoredAs, cancellationToken) : null,
            });
        }

        return held.Count == 0 ? null : held;
    }

    private async Task EraseAsync(PortalDbContext context, IQueryable<CustomerDocument> whose, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        foreach (var document in await whose.ToListAsync(cancellationToken))
        {
            document.FileName = Erased;
            document.ContentHash = "";
            document.Description = document.StateReason = document.RemovalReason = null;
            document.RemovedAtUtc ??= now;
            document.FileErasedAtUtc ??= now;
        }

        foreach (var entry in await context.Set<DocumentHistoryEntry>().Where(h => whose.Select(d => d.Id).Contains(h.DocumentId)).ToListAsync(cancellationToken))
        {
            entry.Reason = null;
        }
    }
}
