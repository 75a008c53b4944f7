using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;

namespace IspPortal.Infrastructure.Customers;

/// <summary>
/// What one feature keeps about a customer and moves when two become one. Every part runs in the merge's transaction; registered as a singleton by the feature that owns the rows.
/// </summary>
internal interface ICustomerMergePart
{
    /// <summary>How much there is to move, by thing.</summary>
    Task<IReadOnlyList<MergePart>> CountAsync(PortalDbContext context, Guid mergedId, CancellationToken cancellationToken);

    /// <summary>Points the rows of <paramref name="merged"/> to <paramref name="survivor"/>; the merge saves.</summary>
    Task MoveAsync(PortalDbContext context, Customer merged, Customer survivor, CancellationToken cancellationToken);
}
