using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Customers;

/// <summary>Says what stands against removing a customer. Registered as a singleton by the feature that owns it.</summary>
internal interface ICustomerRemovalGuard
{
    /// <summary>Why the customer must stay, or null.</summary>
    Task<Error?> RefuseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken);
}
