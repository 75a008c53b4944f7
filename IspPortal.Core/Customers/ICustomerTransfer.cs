using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>
/// Hands a customer to a new legal person: number, lines, accounts, address and history stay, the person changes from a day on, and the old one is kept in the history with papers, notes and turning points of their time.
/// Needs <see cref="CustomersPermissions.CustomersMerge"/>.
/// </summary>
public interface ICustomerTransfer
{
    /// <summary>Transfers; broken fields are <c>common.invalid</c>, and each <see cref="ICustomerTransferGuard"/> may refuse (open debts).</summary>
    Task<Result> TransferAsync(Guid customerId, long version, TransferCustomerRequest request, CancellationToken cancellationToken);
}
