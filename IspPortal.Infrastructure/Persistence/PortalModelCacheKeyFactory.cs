using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;

namespace IspPortal.Infrastructure.Persistence;

/// <summary>A model holds the protector of its secrets, so two key rings in one process (tests, restore) need two models.</summary>
internal sealed class PortalModelCacheKeyFactory : IModelCacheKeyFactory
{
    public object Create(DbContext context, bool designTime) => (context.GetType(), (context as PortalDbContext)?.Secrets, designTime);
}
