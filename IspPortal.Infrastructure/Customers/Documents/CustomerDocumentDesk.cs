using System.Security.Cryptography;
using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Customers.Documents.Content;
using IspPortal.Core.Identity;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

internal sealed class CustomerDocumentDesk(
    IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, DocumentFiles files, ISettingsReader<DocumentSettings> settings, TimeProvider clock) : ICustomerDocumentDesk
{
    private const int Megabyte = 1024 * 1024;

    public async Task<Result<Guid>> AddAsync(Guid documentId, AddDocumentRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(DocumentPermissions.DocumentsWrite) is { } denied)
        {
            return denied;
        }

        var shape = await ReadAsync(request, cancellationToken);
        if (!shape.Succeeded)
        {
            return shape.Error;
        }

        var content = request.Content[..shape.Value.Length];
        var hash = Convert.ToHexStringLower(SHA256.HashData(content.Span));
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await FindAsync(context, documentId, request.CustomerId, hash, cancellationToken) is { } isSame)
        {
            return isSame ? documentId : DocumentErrors.IdTaken;
        }

        if (await RefuseAsync(context, documentId, request.CustomerId, hash, cancellationToken) is { } refused)
        {
            return refused;
        }

        var document = new CustomerDocument
        {
            Id = documentId,
            StoredAs = Ids.New(clock),
            CustomerId = request.CustomerId,
            Kind = request.Kind,
            Format = shape.Value.Format,
            FileName = DocumentWriting.CleanName(request.FileName, request.Kind, shape.Value.Format),
            SizeBytes = content.Length,
            ContentHash = hash,
            Width = shape.Value.Width,
            Height = shape.Value.Height,
            Pages = shape.Value.Pages,
            Description = CustomerText.OrNull(request.Description),
            ExpiresOn = request.ExpiresOn,
            UploadedBy = actor.Actor.Name,
            UploadedAtUtc = clock.UtcNow(),
        };

        // The file first: a row always has one. What a crash leaves in between is a file without a row, and swept.
        await files.SaveAsync(document.StoredAs, content, cancellationToken);
        var saved = await SaveAsync(context, document, cancellationToken);
        if (saved.Succeeded)
        {
            return documentId;
        }

        // Only what was refused for certain: after a lost connection the row may be there all the same, and a file without one is swept.
        files.Remove(document.StoredAs);
        await using var later = await contexts.CreateDbContextAsync(cancellationToken);
        return await FindAsync(later, documentId, request.CustomerId, hash, cancellationToken) == true ? documentId : saved.Error;
    }

    public async Task<Result> ChangeAsync(Guid documentId, long version, ChangeDocumentRequest request, CancellationToken cancellationToken)
    {
        var wrong = DocumentWriting.Judge(request.Kind, request.ExpiresOn, request.Description).ToList();
        return wrong.Count > 0 && actor.Deny(DocumentPermissions.DocumentsWrite) is null
            ? CommonErrors.Invalid(wrong)
            : await ChangeAsync(
                documentId,
                version,
                DocumentPermissions.DocumentsWrite,
                (context, document) =>
                {
                    if (document.FormerOwnerId is not null)
                    {
                        return DocumentErrors.OfFormerOwner;
                    }

                    // Called something else, an identity paper would open to everybody.
                    if (document.Kind != request.Kind && document.Kind.IsIdentityPaper() && actor.Deny(CustomersPermissions.CustomersIdentity) is { } hidden)
                    {
                        return hidden;
                    }

                    if (document.Kind != request.Kind || document.ExpiresOn != request.ExpiresOn)
                    {
                        (document.State, document.StateReason, document.JudgedBy, document.JudgedAtUtc) = (DocumentState.Pending, null, null, null);
                    }

                    (document.Kind, document.ExpiresOn, document.Description) = (request.Kind, request.ExpiresOn, CustomerText.OrNull(request.Description));
                    context.AddDocumentHistory(clock, document, DocumentHistoryKind.Changed);
                    return null;
                },
                cancellationToken);
    }

    public Task<Result> VerifyAsync(Guid documentId, long version, CancellationToken cancellationToken) =>
        JudgeAsync(documentId, version, DocumentState.Verified, DocumentHistoryKind.Verified, null, cancellationToken);

    public Task<Result> RejectAsync(Guid documentId, long version, string reason, CancellationToken cancellationToken) => RefuseReason(reason, DocumentPermissions.DocumentsVerify) is { } refused
        ? Task.FromResult<Result>(refused)
        : JudgeAsync(documentId, version, DocumentState.Rejected, DocumentHistoryKind.Rejected, reason.Trim(), cancellationToken);

    public Task<Result> RemoveAsync(Guid documentId, string reason, CancellationToken cancellationToken) => RefuseReason(reason, DocumentPermissions.DocumentsWrite) is { } refused
        ? Task.FromResult<Result>(refused)
        : ChangeAsync(
            documentId,
            null,
            DocumentPermissions.DocumentsWrite,
            (context, document) =>
            {
                (document.RemovedAtUtc, document.RemovalReason) = (clock.UtcNow(), reason.Trim());
                context.AddDocumentHistory(clock, document, DocumentHistoryKind.Removed, reason.Trim());
                return null;
            },
            cancellationToken);

    public async Task<Result> RestoreAsync(Guid documentId, CancellationToken cancellationToken)
    {
        if (actor.Deny(DocumentPermissions.DocumentsWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var document = await context.Set<CustomerDocument>().SingleOrDefaultAsync(d => d.Id == documentId, cancellationToken);
        if (document?.RemovedAtUtc is null)
        {
            return document is null ? DocumentErrors.NotFound : DocumentErrors.NotRemoved;
        }

        if (document.FileErasedAtUtc is not null || !files.Exists(document.StoredAs))
        {
            return DocumentErrors.FileGone;
        }

        if (await HasFileAsync(context, document.Id, document.CustomerId, document.FormerOwnerId, document.ContentHash, cancellationToken))
        {
            return DocumentErrors.SameFile;
        }

        (document.RemovedAtUtc, document.RemovalReason) = (null, null);
        context.AddDocumentHistory(clock, document, DocumentHistoryKind.Restored);
        return await context.TrySaveAsync(null, cancellationToken);
    }

    /// <summary>With a new version of the customer: an erasure or a merge that has read the documents without this one must not end.</summary>
    private async Task<Result> SaveAsync(PortalDbContext context, CustomerDocument document, CancellationToken cancellationToken)
    {
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        if (await context.Set<Customer>().Where(c => c.Id == document.CustomerId && c.RemovedAtUtc == null).ExecuteUpdateAsync(set => set.SetProperty(c => c.Version, c => c.Version + 1), cancellationToken) == 0)
        {
            return CustomersErrors.Removed;
        }

        context.Add(document);
        context.AddDocumentHistory(clock, document, DocumentHistoryKind.Uploaded);
        var saved = await context.TrySaveAsync(DocumentErrors.IdTaken, cancellationToken);
        if (saved.Succeeded)
        {
            await transaction.CommitAsync(cancellationToken);
        }

        return saved;
    }

    /// <summary>Whether another document of the same owner is this very file. The same id may be there by now: sent twice at once.</summary>
    private static Task<bool> HasFileAsync(PortalDbContext context, Guid documentId, Guid customerId, Guid? formerOwnerId, string hash, CancellationToken cancellationToken) =>
        context.Set<CustomerDocument>().AnyAsync(d => d.CustomerId == customerId && d.FormerOwnerId == formerOwnerId && d.ContentHash == hash && d.RemovedAtUtc == null && d.Id != documentId, cancellationToken);

    private Error? RefuseReason(string? reason, string permission) => actor.Deny(permission) ?? CustomerWriting.RefuseReason(reason);

    private async Task<Result<DocumentShape>> ReadAsync(AddDocumentRequest request, CancellationToken cancellationToken)
    {
        var most = (await settings.GetAsync(cancellationToken)).MaxMegabytes;
        var shape = request.Content.Length > most * Megabyte ? DocumentErrors.TooLarge(most) : DocumentSniffer.Read(request.Content.Span);
        var wrong = DocumentWriting.Judge(request.Kind, request.ExpiresOn, request.Description).ToList();
        return wrong.Count == 0 ? shape : CommonErrors.Invalid([.. shape.Error?.Fields ?? [], .. wrong]);
    }

    private static async Task<Error?> RefuseAsync(PortalDbContext context, Guid documentId, Guid customerId, string hash, CancellationToken cancellationToken)
    {
        var customer = await context.Set<Customer>().AsNoTracking().Where(c => c.Id == customerId).Select(c => new { c.RemovedAtUtc, c.ErasedAtUtc }).SingleOrDefaultAsync(cancellationToken);
        return customer is null ? CustomersErrors.NotFound
            : customer.ErasedAtUtc is not null ? CustomersErrors.Erased
            : customer.RemovedAtUtc is not null ? CustomersErrors.Removed
            : await HasFileAsync(context, documentId, customerId, null, hash, cancellationToken) ? DocumentErrors.SameFile
            : null;
    }

    /// <summary>Whether the document that has the id is this very one, sent twice; null when the id is free.</summary>
    private static async Task<bool?> FindAsync(PortalDbContext context, Guid documentId, Guid customerId, string hash, CancellationToken cancellationToken) =>
        await context.Set<CustomerDocument>().AsNoTracking().Where(d => d.Id == documentId).Select(d => new { d.CustomerId, d.ContentHash }).SingleOrDefaultAsync(cancellationToken) is { } known
            ? known.CustomerId == customerId && known.ContentHash == hash
            : null;

    private Task<Result> JudgeAsync(Guid documentId, long version, DocumentState state, DocumentHistoryKind kind, string? reason, CancellationToken cancellationToken) => ChangeAsync(
        documentId,
        version,
        DocumentPermissions.DocumentsVerify,
        (context, document) =>
        {
            if (document.FormerOwnerId is not null || document.State == state)
            {
                return document.FormerOwnerId is not null ? DocumentErrors.OfFormerOwner : DocumentErrors.AlreadyJudged;
            }

            (document.State, document.StateReason, document.JudgedBy, document.JudgedAtUtc) = (state, reason, actor.Actor.Name, clock.UtcNow());
            context.AddDocumentHistory(clock, document, kind, reason);
            return null;
        },
        cancellationToken);

    private async Task<Result> ChangeAsync(Guid documentId, long? version, string permission, Func<PortalDbContext, CustomerDocument, Error?> change, CancellationToken cancellationToken)
    {
        if (actor.Deny(permission) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var document = await context.Set<CustomerDocument>().SingleOrDefaultAsync(d => d.Id == documentId, cancellationToken);
        if (document is null || document.RemovedAtUtc is not null)
        {
            return document is null ? DocumentErrors.NotFound : DocumentErrors.Removed;
        }

        if (version is { } seen && document.Version != seen)
        {
            return CommonErrors.VersionConflict;
        }

        return change(context, document) is { } refused ? refused : await context.TrySaveAsync(null, cancellationToken);
    }
}
