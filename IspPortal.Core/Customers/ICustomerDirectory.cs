using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>Reads customers. Everything needs <see cref="CustomersPermissions.CustomersRead"/>.</summary>
public interface ICustomerDirectory
{
    /// <summary>
    /// Customers. The search finds parts of number, name, company, phone, e-mail, contacts and account numbers, every word of it; one and two letters at the beginning of a word. More than a
    /// thousand rows that it finds may not be counted: <see cref="Page{T}.TotalIsAtLeast"/>. Sorts: <c>name</c> (the default), <c>number</c>, <c>registered</c>, <c>city</c>, <c>updated</c>.
    /// </summary>
    Task<Result<Page<CustomerRow>>> ListAsync(CustomerFilter filter, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One customer, removed ones too; <see cref="CustomersErrors.NotFound"/>.</summary>
    Task<Result<CustomerDetails>> GetAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>The cities and tags that filters can offer, most frequent first, at most 100 each.</summary>
    Task<Result<CustomerChoices>> ListChoicesAsync(CancellationToken cancellationToken);

    /// <summary>Customers that may be the same as <paramref name="probe"/>, the surest first, at most 10.</summary>
    Task<Result<IReadOnlyList<PossibleDuplicate>>> FindDuplicatesAsync(DuplicateProbe probe, CancellationToken cancellationToken);
}
