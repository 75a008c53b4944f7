using IspPortal.Core.Audit;
using IspPortal.Core.Common.Time;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace IspPortal.Infrastructure.Persistence.Interceptors;

/// <summary>Adds one <see cref="AuditEntry"/> for every change of an audited entity, in the same transaction, and keeps the audit insert-only.</summary>
internal sealed class AuditInterceptor(TimeProvider clock) : SaveChangesInterceptor
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

    private void Record(DbContext? context)
    {
        if (context is not PortalDbContext database)
        {
            return;
        }

        var recorded = new List<AuditEntry>();
        foreach (var entry in database.ChangeTracker.Entries())
        {
            if (entry.Entity is AuditEntry && entry.State is EntityState.Modified or EntityState.Deleted)
            {
                throw new InvalidOperationException("The audit is insert-only.");
            }

            if (AuditedChange.Of(entry) is { } change)
            {
                recorded.Add(new AuditEntry
                {
                    Id = Ids.New(clock),
                    AtUtc = clock.UtcNow(),
                    ActorKind = database.Actor.Kind,
                    ActorId = database.Actor.Id,
                    ActorName = database.Actor.Name,
                    Address = database.Actor.Address,
                    Action = change.Action,
                    Entity = change.Entity,
                    EntityId = change.EntityId,
                    BeforeJson = change.BeforeJson,
                    AfterJson = change.AfterJson,
                });
            }
        }

        database.AddRange(recorded);
    }
}
