using IspPortal.Core.Billing.Tax;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;

namespace IspPortal.Core.Billing.Invoices;

/// <summary>How single billing accounts are billed and taxed. Reading needs <see cref="TaxPermissions.TaxRead"/>, changing <see cref="TaxPermissions.TaxWrite"/>.</summary>
public interface IBillingTerms
{
    /// <summary>The terms of an account; those of the settings when it has none of its own. <see cref="CustomersErrors.AccountNotFound"/>.</summary>
    Task<Result<BillingTermsDetails>> GetAsync(Guid billingAccountId, CancellationToken cancellationToken);

    /// <summary>Sets them for bills to come; <c>common.version_conflict</c>.</summary>
    Task<Result> SaveAsync(Guid billingAccountId, long version, SaveBillingTermsRequest request, CancellationToken cancellationToken);
}
