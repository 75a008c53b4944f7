using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers.BillingAccounts;

/// <summary>Billing accounts. Reading needs <see cref="CustomersPermissions.CustomersRead"/>, changing <see cref="CustomersPermissions.CustomersWrite"/>.</summary>
public interface IBillingAccounts
{
    /// <summary>Accounts of all customers or of one, by number. The search finds the beginning of number or name.</summary>
    Task<Result<Page<BillingAccountRow>>> ListAsync(Guid? customerId, PageRequest page, CancellationToken cancellationToken);

    /// <summary>One account; <see cref="CustomersErrors.AccountNotFound"/>.</summary>
    Task<Result<BillingAccountRow>> GetAsync(Guid accountId, CancellationToken cancellationToken);

    /// <summary>Adds an account to a customer.</summary>
    Task<Result<Guid>> AddAsync(Guid customerId, SaveBillingAccountRequest request, CancellationToken cancellationToken);

    /// <summary>Changes an account; <c>common.version_conflict</c>.</summary>
    Task<Result> UpdateAsync(Guid accountId, long version, SaveBillingAccountRequest request, CancellationToken cancellationToken);

    /// <summary>Closes an account that is not the default one; <see cref="CustomersErrors.AccountCannotClose"/>.</summary>
    Task<Result> CloseAsync(Guid accountId, CancellationToken cancellationToken);
}
