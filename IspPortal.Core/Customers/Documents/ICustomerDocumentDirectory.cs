using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Documents;

/// <summary>Reads documents of customers. Everything needs <see cref="DocumentPermissions.DocumentsRead"/>.</summary>
public interface ICustomerDocumentDirectory
{
    /// <summary>
    /// Documents. The search finds customers as their own list does. Sorts: <c>uploaded</c> (the default, oldest first unless descending), <c>expires</c> (those
    /// without a last day at the end either way).
    /// </summary>
    Task<Result<Page<DocumentRow>>> ListAsync(DocumentFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One document, removed ones too; <see cref="DocumentErrors.NotFound"/>.</summary>
    Task<Result<DocumentRow>> GetAsync(Guid documentId, CancellationToken cancellationToken);

    /// <summary>
    /// Its file. Needs <see cref="DocumentPermissions.DocumentsView"/>, and for identity papers <see cref="CustomersPermissions.CustomersIdentity"/>; each look is in the audit.
    /// <see cref="DocumentErrors.Removed"/>, <see cref="DocumentErrors.FileGone"/>.
    /// </summary>
    Task<Result<DocumentContent>> OpenAsync(Guid documentId, CancellationToken cancellationToken);
}
