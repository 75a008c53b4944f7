using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>Lets a customer's status follow its lines. For the subscriptions, which count the lines; nobody sets a status by hand.</summary>
public interface ICustomerLifecycle
{
    /// <summary>
    /// The status after <paramref name="lines"/>, kept with reason and actor when it changed (event <see cref="CustomerStatusChanged"/>). Idempotent;
    /// <see cref="CustomersErrors.NotFound"/>. Writes in the name of the scope's actor and asks for no permission: the caller has.
    /// </summary>
    Task<Result<CustomerStatus>> FollowAsync(Guid customerId, CustomerLines lines, string? reason, CancellationToken cancellationToken);
}
