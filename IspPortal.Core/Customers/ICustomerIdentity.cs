using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>Identity and tax numbers in full. Needs <see cref="CustomersPermissions.CustomersIdentity"/>; every look is in the audit.</summary>
public interface ICustomerIdentity
{
    /// <summary>The customer's identity and tax number; <see cref="CustomersErrors.NoIdentityNumber"/> when neither is held.</summary>
    Task<Result<PersonNumbers>> RevealAsync(Guid customerId, CancellationToken cancellationToken);
}
