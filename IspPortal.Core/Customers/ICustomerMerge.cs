using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>Makes one customer of two. Needs <see cref="CustomersPermissions.CustomersMerge"/>.</summary>
public interface ICustomerMerge
{
    /// <summary>What <see cref="MergeAsync"/> would do, without doing it.</summary>
    Task<Result<MergePreview>> PreviewAsync(Guid mergedId, Guid survivorId, CancellationToken cancellationToken);

    /// <summary>
    /// Moves contacts, accounts, notes, tags and what other features keep to the survivor, fills the fields it lacks, and leaves the other one removed and pointing to it. All in one
    /// transaction; it cannot be undone. <see cref="CustomersErrors.Removed"/>, <see cref="CustomersErrors.SameCustomer"/>.
    /// </summary>
    Task<Result> MergeAsync(Guid mergedId, Guid survivorId, string reason, CancellationToken cancellationToken);
}
