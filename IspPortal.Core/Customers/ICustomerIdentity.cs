using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>Identity numbers in full. Needs <see cref="CustomersPermissions.CustomersIdentity"/>; every look is in the audit.</summary>
public interface ICustomerIdentity
{
    /// <summary>The customer's identity number; <see cref="CustomersErrors.NoIdentityNumber"/> when none is held.</summary>
    Task<Result<string>> RevealAsync(Guid customerId, CancellationToken cancellationToken);
}
