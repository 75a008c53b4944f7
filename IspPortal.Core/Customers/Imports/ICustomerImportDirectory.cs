using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.Imports;

/// <summary>Reads imports of customers. Everything needs <see cref="CustomersPermissions.CustomersImport"/>: a file holds identity numbers.</summary>
public interface ICustomerImportDirectory
{
    /// <summary>Imports, the newest first; search over file and author.</summary>
    Task<Result<Page<CustomerImportRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken);

    /// <summary>One import and how far it is, or <see cref="CustomerImportErrors.NotFound"/>.</summary>
    Task<Result<CustomerImportDetails>> GetAsync(Guid importId, CancellationToken cancellationToken);

    /// <summary>What its file looks like and which mapping is offered; <see cref="CustomerImportErrors.ContentGone"/>.</summary>
    Task<Result<CustomerImportPreview>> PreviewAsync(Guid importId, CancellationToken cancellationToken);

    /// <summary>Its rows as they were judged, in the file's order; search over name, phone and code.</summary>
    Task<Result<Page<CustomerImportLineRow>>> ListLinesAsync(Guid importId, CustomerImportLineFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>The rows that no customer is made of, whole; each look is in the audit. <see cref="CustomerImportErrors.ContentGone"/>.</summary>
    Task<Result<CustomerImportProblems>> OpenProblemsAsync(Guid importId, CancellationToken cancellationToken);
}
