using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>Counts the revision of the plant.</summary>
internal static class PlantRevisions
{
    /// <summary>Counts it and gives the new number. Whoever counts holds the row until the transaction ends: what is read afterwards is what there is.</summary>
    public static async Task<long> CountRevisionAsync(this PortalDbContext context, CancellationToken cancellationToken)
    {
        var revisions = context.Set<PlantRevision>();
        if (await revisions.Where(r => r.Id == PlantRevision.TheOne).ExecuteUpdateAsync(set => set.SetProperty(r => r.Number, r => r.Number + 1), cancellationToken) == 0)
        {
            context.Add(new PlantRevision { Id = PlantRevision.TheOne, Number = 1 });
            await context.SaveChangesAsync(cancellationToken);
            context.ChangeTracker.Clear();
        }

        return await context.RevisionAsync(cancellationToken);
    }

    /// <summary>The number now; 0 when nothing was ever drawn.</summary>
    public static Task<long> RevisionAsync(this PortalDbContext context, CancellationToken cancellationToken) =>
        context.Set<PlantRevision>().AsNoTracking().Where(r => r.Id == PlantRevision.TheOne).Select(r => r.Number).SingleOrDefaultAsync(cancellationToken);
}
