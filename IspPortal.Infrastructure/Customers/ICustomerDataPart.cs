using IspPortal.Core.Common.Results;
using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Customers;

/// <summary>What one feature holds about a person, for the rights of UU 27/2022. Registered as a singleton by the feature that owns the rows.</summary>
internal interface ICustomerDataPart
{
    /// <summary>The property of the export, e.g. <c>customer</c>.</summary>
    string Name { get; }

    /// <summary>All that is held about the present owner, as an object for JSON; null when there is nothing.</summary>
    Task<object?> ReadAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken);

    /// <summary>What stands against an erasure now, or null.</summary>
    Task<Error?> RefuseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) => Task.FromResult<Error?>(null);

    /// <summary>Makes the rows nameless within the erasure's transaction, those of former owners too; the erasure saves.</summary>
    Task EraseAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken);

    /// <summary>Leaves what is about the person to the one that the customer was until now; the name transfer saves.</summary>
    Task HandOverAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>All that is held about a former owner; null when there is nothing.</summary>
    Task<object?> ReadFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) => Task.FromResult<object?>(null);

    /// <summary>Makes the rows about a former owner nameless within the erasure's transaction; the erasure saves.</summary>
    Task EraseFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) => Task.CompletedTask;
}
