using IspPortal.Core.Common.Results;
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
        await context.EnsureRevisionAsync(cancellationToken);
        await using (var transaction = await context.Database.BeginTransactionAsync(cancellationToken))
        {
            await context.CountRevisionAsync(cancellationToken);
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
}
