using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Customers;

/// <summary>What one feature holds about a person, for the rights of UU 27/2022. Registered as a singleton by the feature that owns the rows.</summary>
internal interface ICustomerDataPart
{
    /// <summary>The property of the export, e.g. <c>customer</c>.</summary>
    string Name { get; }

    /// <summary>All that is held, as an object for JSON; null when there is nothing.</summary>
    Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken);

    /// <summary>What stands against an erasure now, or null.</summary>
    Task<Error?> RefuseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) => Task.FromResult<Error?>(null);

    /// <summary>Makes the rows nameless within the erasure's transaction; the erasure saves.</summary>
    Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken);
}
