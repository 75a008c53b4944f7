using IspPortal.Core.Customers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers;

/// <summary>When a customer was one legal person: for what carries a moment and no owner.</summary>
/// <param name="FromUtc">After this moment; null: from the beginning.</param>
/// <param name="UntilUtc">Up to this moment; null: still.</param>
internal readonly record struct OwnedSpan(DateTime? FromUtc, DateTime? UntilUtc)
{
    /// <summary>The time of the present owner.</summary>
    public static async Task<OwnedSpan> OfPresentAsync(PortalDbContext context, Guid customerId, CancellationToken cancellationToken) =>
        new(await LastOfAsync(context.Set<FormerOwner>().Where(o => o.CustomerId == customerId), cancellationToken), null);

    /// <summary>The time of a former owner.</summary>
    public static async Task<OwnedSpan> OfFormerAsync(PortalDbContext context, FormerOwner owner, CancellationToken cancellationToken) =>
        new(await LastOfAsync(context.Set<FormerOwner>().Where(o => o.CustomerId == owner.CustomerId && o.HandedOverAtUtc < owner.HandedOverAtUtc), cancellationToken), owner.HandedOverAtUtc);

    public bool Holds(DateTime momentUtc) => (FromUtc is null || momentUtc > FromUtc) && (UntilUtc is null || momentUtc <= UntilUtc);

    private static Task<DateTime?> LastOfAsync(IQueryable<FormerOwner> owners, CancellationToken cancellationToken) =>
        owners.OrderByDescending(o => o.HandedOverAtUtc).Select(o => (DateTime?)o.HandedOverAtUtc).FirstOrDefaultAsync(cancellationToken);
}
