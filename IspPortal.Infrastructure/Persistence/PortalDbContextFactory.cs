using IspPortal.Core.Identity;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>Contexts that write in the name of the scope's actor, as he is when the context is made.</summary>
internal sealed class PortalDbContextFactory(PortalContextSource source, ICurrentActor actor) : IDbContextFactory<PortalDbContext>
{
    public PortalDbContext CreateDbContext() => source.Create(actor.Actor);
}
