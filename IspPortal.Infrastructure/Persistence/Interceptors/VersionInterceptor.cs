using IspPortal.Infrastructure.Persistence.Conventions;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IspPortal.Infrastructure.Persistence.Interceptors;

/// <summary>Counts <c>long Version</c> up: 1 when added, one more at each update.</summary>
internal sealed class VersionInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Bump(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Bump(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Bump(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State is not (EntityState.Added or EntityState.Modified)
                || entry.Metadata.FindProperty(PortalModelConventions.VersionProperty) is not { } version || version.ClrType != typeof(long))
            {
                continue;
            }

            var property = entry.Property(PortalModelConventions.VersionProperty);
            property.CurrentValue = entry.State == EntityState.Added ? 1L : (long)property.OriginalValue! + 1;
        }
    }
}
