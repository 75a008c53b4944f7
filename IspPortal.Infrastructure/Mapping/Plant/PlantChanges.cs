using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Plant;

/// <summary>Where changes of the plant begin, in the name of the scope's actor.</summary>
internal sealed class PlantChanges(IDbContextFactory<PortalDbContext> contexts, PlantAtlas atlas, TimeProvider clock)
{
    public IDbContextFactory<PortalDbContext> Contexts => contexts;

    public PlantAtlas Atlas => atlas;

    public TimeProvider Clock => clock;

    public Task<PlantChange> BeginAsync(CancellationToken cancellationToken) => PlantChange.BeginAsync(this, cancellationToken);
}
