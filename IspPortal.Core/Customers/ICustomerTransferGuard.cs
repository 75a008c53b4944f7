using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>May refuse a name transfer: the billing does while the old person owes.</summary>
public interface ICustomerTransferGuard
{
    /// <summary>Null when nothing stands against it.</summary>
    Task<Error?> RefuseAsync(Guid customerId, CancellationToken cancellationToken);
}
