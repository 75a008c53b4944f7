using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>Counts the revision of the plant.</summary>
internal static class PlantRevisions
{
    /// <summary>Sees to it that there is something to count. Before the transaction: of two who draw first, the second finds the row of the first.</summary>
    public static async Task EnsureRevisionAsync(this PortalDbContext context, CancellationToken cancellationToken)
    {
        if (!await context.Set<PlantRevision>().AnyAsync(r => r.Id == PlantRevision.TheOne, cancellationToken))
        {
            context.Add(new PlantRevision { Id = PlantRevision.TheOne });
            await context.TrySaveAsync(PlantErrors.ChangedSince, cancellationToken);
            context.ChangeTracker.Clear();
        }
    }

    /// <summary>Counts it and gives the new number. Whoever counts holds the row until the transaction ends: what is read afterwards is what there is.</summary>
    public static async Task<long> CountRevisionAsync(this PortalDbContext context, CancellationToken cancellationToken)
    {
        await context.Set<PlantRevision>().Where(r => r.Id == PlantRevision.TheOne).ExecuteUpdateAsync(set => set.SetProperty(r => r.Number, r => r.Number + 1), cancellationToken);
        return await context.RevisionAsync(cancellationToken);
    }

    /// <summary>The number now; 0 when nothing was ever drawn.</summary>
    public static Task<long> RevisionAsync(this PortalDbContext context, CancellationToken cancellationToken) =>
        context.Set<PlantRevision>().AsNoTracking().Where(r => r.Id == PlantRevision.TheOne).Select(r => r.Number).SingleOrDefaultAsync(cancellationToken);
}
