using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

internal sealed class CustomerDocumentDirectory(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, DocumentFiles files, ISettingsReader<DocumentSettings> settings, IBusinessClock business) : ICustomerDocumentDirectory
{
    public async Task<Result<Page<DocumentRow>>> ListAsync(DocumentFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(DocumentPermissions.DocumentsRead) is { } denied)
        {
            return denied;
        }

        var days = await DaysAsync(cancellationToken);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var documents = Narrow(context, filter, page.SearchOrNull, days);
        var count = await documents.LongCountAsync(cancellationToken);
        var rows = count == 0 ? [] : await Named(context, Sort(documents, page).Skip(page.Skip).Take(page.Take)).ToListAsync(cancellationToken);
        return Page<DocumentRow>.Of([.. Ordered(rows, page).Select(row => RowOf(row, days))], page, count);
    }

    public async Task<Result<DocumentRow>> GetAsync(Guid documentId, CancellationToken cancellationToken)
    {
        if (actor.Deny(DocumentPermissions.DocumentsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await Named(context, context.Set<CustomerDocument>().AsNoTracking().Where(d => d.Id == documentId)).SingleOrDefaultAsync(cancellationToken);
        return found is null ? DocumentErrors.NotFound : RowOf(found, await DaysAsync(cancellationToken));
    }

    public async Task<Result<DocumentContent>> OpenAsync(Guid documentId, CancellationToken cancellationToken)
    {
        if (actor.Deny(DocumentPermissions.DocumentsView) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var document = await context.Set<CustomerDocument>().AsNoTracking().SingleOrDefaultAsync(d => d.Id == documentId, cancellationToken);
        if (document is null)
        {
            return DocumentErrors.NotFound;
        }

        if (document.Kind.IsIdentityPaper() && actor.Deny(CustomersPermissions.CustomersIdentity) is { } hidden)
        {
            return hidden;
        }

        if (document.FileErasedAtUtc is not null || document.RemovedAtUtc is not null)
        {
            return document.FileErasedAtUtc is not null ? DocumentErrors.FileGone : DocumentErrors.Removed;
        }

        if (await files.ReadAsync(document.StoredAs, cancellationToken) is not { } bytes)
        {
            return DocumentErrors.FileGone;
        }

        // No row of the audit, no picture.
        context.AddAudit("document_viewed", "customer_document", documentId.ToString(), null, null);
        await context.SaveChangesAsync(cancellationToken);
        return new DocumentContent(document.Format, Path.GetFileNameWithoutExtension(document.FileName) + document.Format.Ending(), bytes);
    }

    private static IQueryable<CustomerDocument> Narrow(PortalDbContext context, DocumentFilter filter, string? search, (DateOnly Today, DateOnly Soon) days)
    {
        var documents = context.Set<CustomerDocument>().AsNoTracking();
        documents = filter.Removed ? documents.Where(d => d.RemovedAtUtc != null) : documents.Where(d => d.RemovedAtUtc == null);
        documents = filter.FormerOwners switch
        {
            true => documents.Where(d => d.FormerOwnerId != null),
            false => documents.Where(d => d.FormerOwnerId == null),
            _ => documents,
        };
        if (filter.CustomerId is { } customerId)
        {
            documents = documents.Where(d => d.CustomerId == customerId);
        }

        if (filter.Kind is { } kind)
        {
            documents = documents.Where(d => d.Kind == kind);
        }

        if (filter.State is { } state)
        {
            documents = documents.Where(d => d.State == state);
        }

        documents = filter.Expiry switch
        {
            DocumentExpiry.Expired => documents.Where(d => d.ExpiresOn < days.Today),
            DocumentExpiry.ExpiringSoon => documents.Where(d => d.ExpiresOn >= days.Today && d.ExpiresOn <= days.Soon),
            DocumentExpiry.Valid => documents.Where(d => d.ExpiresOn > days.Soon),
            DocumentExpiry.Endless => documents.Where(d => d.ExpiresOn == null),
            _ => documents,
        };
        return context.CustomersWith(search) is { } found ? documents.Where(d => found.Contains(d.CustomerId)) : documents;
    }

    private static IQueryable<CustomerDocument> Sort(IQueryable<CustomerDocument> documents, PageRequest page) => (page.Sort, page.Descending) switch
    {
        ("expires", false) => documents.OrderBy(d => d.ExpiresOn == null).ThenBy(d => d.ExpiresOn).ThenBy(d => d.Id),
        ("expires", true) => documents.OrderBy(d => d.ExpiresOn == null).ThenByDescending(d => d.ExpiresOn).ThenByDescending(d => d.Id),
        (_, true) => documents.OrderByDescending(d => d.UploadedAtUtc).ThenByDescending(d => d.Id),
        _ => documents.OrderBy(d => d.UploadedAtUtc).ThenBy(d => d.Id),
    };

    /// <summary>With the customer's name: of the page's few rows only.</summary>
    private static IQueryable<NamedDocument> Named(PortalDbContext context, IQueryable<CustomerDocument> documents) =>
        from document in documents
        join customer in context.Set<Customer>() on document.CustomerId equals customer.Id
        select new NamedDocument
        {
            Document = document,
            Number = customer.Number,
            Name = customer.CompanyName ?? customer.Name,
            FormerOwner = context.Set<FormerOwner>().Where(o => o.Id == document.FormerOwnerId).Select(o => o.CompanyName ?? o.Name).FirstOrDefault(),
        };

    /// <summary>A join keeps no order; the page is put in order again here.</summary>
    private static IEnumerable<NamedDocument> Ordered(List<NamedDocument> rows, PageRequest page)
    {
        var documents = Sort(rows.Select(row => row.Document).AsQueryable(), page).Select(document => document.Id).ToList();
        var byId = rows.ToDictionary(row => row.Document.Id);
        return documents.Select(id => byId[id]);
    }

    private static DocumentRow RowOf(NamedDocument named, (DateOnly Today, DateOnly Soon) days)
    {
        var d = named.Document;
        var expiry = d.ExpiresOn is not { } last ? DocumentExpiry.Endless : last < days.Today ? DocumentExpiry.Expired : last <= days.Soon ? DocumentExpiry.ExpiringSoon : DocumentExpiry.Valid;
        return new DocumentRow(
            d.Id, d.CustomerId, named.Number, named.Name, d.Kind, d.Format, d.FileName, d.SizeBytes, d.Pages, d.Width, d.Height, d.Description, d.ExpiresOn, expiry,
            d.State, d.StateReason, d.JudgedBy, d.JudgedAtUtc, d.UploadedBy, d.UploadedAtUtc, d.RemovedAtUtc, d.RemovalReason, d.FileErasedAtUtc, d.Version)
        {
            FormerOwnerId = d.FormerOwnerId,
            FormerOwnerName = named.FormerOwner,
        };
    }

    private async Task<(DateOnly Today, DateOnly Soon)> DaysAsync(CancellationToken cancellationToken)
    {
        var today = await business.TodayAsync(cancellationToken);
        return (today, today.AddDays((await settings.GetAsync(cancellationToken)).ExpiringSoonDays));
    }

    private sealed class NamedDocument
    {
        public required CustomerDocument Document { get; init; }

        public required string Number { get; init; }

        public required string Name { get; init; }

        public string? FormerOwner { get; init; }
    }
}
