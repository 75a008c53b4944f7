using IspPortal.Core.Audit;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IspPortal.Infrastructure.Persistence.Interceptors;

/// <summary>Adds one <see cref="AuditEntry"/> for every change of an audited entity, in the same transaction, and keeps the audit insert-only.</summary>
internal sealed class AuditInterceptor : SaveChangesInterceptor
{
    public override InterceptionResult<int> SavingChanges(DbContextEventData eventData, InterceptionResult<int> result)
    {
        Record(eventData.Context);
        return result;
    }

    public override ValueTask<InterceptionResult<int>> SavingChangesAsync(DbContextEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Record(eventData.Context);
        return ValueTask.FromResult(result);
    }

    private static void Record(DbContext? context)
    {
        if (context is not PortalDbContext database)
        {
            return;
        }

        // A copy: adding rows while reading them would break the enumeration.
        foreach (var entry in database.ChangeTracker.Entries().ToList())
        {
            if (entry.Entity is AuditEntry && entry.State is EntityState.Modified or EntityState.Deleted)
            {
                throw new InvalidOperationException("The audit is insert-only.");
            }

            if (AuditedChange.Of(entry) is { } change)
            {
                database.AddAudit(change.Action, change.Entity, change.EntityId, change.BeforeJson, change.AfterJson);
            }
        }
    }
}
