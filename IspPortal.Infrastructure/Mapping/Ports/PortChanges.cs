using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Mapping.Plant;
using IspPortal.Infrastructure.Mapping.Plant;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Ports;

/// <summary>Runs changes of ports: each in one transaction that counts the plant's revision first, so that they come one after the other.</summary>
internal sealed class PortChanges(IDbContextFactory<PortalDbContext> contexts, PlantAtlas atlas)
{
    public async Task<Result<T>> RunAsync<T>(Func<PortalDbContext, Task<Result<T>>> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            var counted = await CountAsync(context, cancellationToken);
            if (!counted.Succeeded)
            {
                return counted.Error;
            }

            var changed = await change(context);
            if (!changed.Succeeded)
            {
                return changed;
            }

            await transaction.CommitAsync(cancellationToken);
            atlas.Touch();
            return changed;
        }
    }

    // Whoever counts holds the row until the end: what is read afterwards is what there is.
    private static async Task<Result> CountAsync(PortalDbContext context, CancellationToken cancellationToken)
    {
        if (await context.Set<PlantRevision>().Where(r => r.Id == PlantRevision.TheOne).ExecuteUpdateAsync(set => set.SetProperty(r => r.Number, r => r.Number + 1), cancellationToken) > 0)
        {
            return Result.Success;
        }

        context.Add(new PlantRevision { Id = PlantRevision.TheOne, Number = 1 });
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }
}
