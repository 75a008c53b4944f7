using IspPortal.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IspPortal.Infrastructure.Persistence.Interceptors;

/// <summary>Keeps what is marked with <see cref="AppendOnlyAttribute"/> as it was written.</summary>
internal sealed class AppendOnlyInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Judge(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Judge(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Judge(DbContext? context)
    {
        foreach (var entry in context?.ChangeTracker.Entries() ?? [])
        {
            if (entry.State is EntityState.Modified or EntityState.Deleted && entry.Metadata.ClrType.IsDefined(typeof(AppendOnlyAttribute), inherit: false))
            {
                throw new InvalidOperationException($"{entry.Metadata.ClrType.Name} is append-only: it cannot be {entry.State.ToString().ToLowerInvariant()}.");
            }
        }
    }
}
