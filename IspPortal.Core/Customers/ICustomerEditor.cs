using IspPortal.Core.Common.Results;

namespace IspPortal.Core.Customers;

/// <summary>Adds and changes customers. Everything needs <see cref="CustomersPermissions.CustomersWrite"/>; broken fields are <c>common.invalid</c>.</summary>
public interface ICustomerEditor
{
    /// <summary>
    /// Adds a prospect with a number and its default billing account, in one transaction. The caller chooses <paramref name="customerId"/> when its form opens: the same one twice
    /// gives the customer that is there already, so a second click adds nobody.
    /// </summary>
    Task<Result<Guid>> AddAsync(Guid customerId, SaveCustomerRequest request, CancellationToken cancellationToken);

    /// <summary>Changes all of a customer; <c>common.version_conflict</c> when somebody else has since <paramref name="version"/>.</summary>
    Task<Result> UpdateAsync(Guid customerId, long version, SaveCustomerRequest request, CancellationToken cancellationToken);

    /// <summary>Removes a customer from lists and searches; <see cref="CustomersErrors.StillServed"/> while lines run.</summary>
    Task<Result> RemoveAsync(Guid customerId, string reason, CancellationToken cancellationToken);

    /// <summary>Brings a removed customer back; <see cref="CustomersErrors.Merged"/> or <see cref="CustomersErrors.Erased"/> when that is past.</summary>
    Task<Result> RestoreAsync(Guid customerId, CancellationToken cancellationToken);

    /// <summary>Adds a note of up to 4,000 characters.</summary>
    Task<Result> AddNoteAsync(Guid customerId, string text, CancellationToken cancellationToken);
}
