using IspPortal.Core.Identity;
using IspPortal.Infrastructure.Persistence;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Tests.Customers.Imports;

/// <summary>
/// The runner's contexts, of which one dies as a killed process does: 1 before the second batch is saved, others after the first one's save and before its commit; 0 never.
/// They tell of every batch and every save.
/// </summary>
internal sealed class DyingContexts(PortalDatabase database, int die) : IDbContextFactory<PortalDbContext>
{
    private int _contexts;
    private int _saves;

    /// <summary>Before the context of batch n (from 1) is given out.</summary>
    public Func<int, Task> OnBatch { get; init; } = _ => Task.CompletedTask;

    /// <summary>Why the database refuses what is about to be saved, or null.</summary>
    public Func<PortalDbContext, Exception?> Refuse { get; init; } = _ => null;

    public PortalDbContext CreateDbContext() => throw new NotSupportedException();

    public async Task<PortalDbContext> CreateDbContextAsync(CancellationToken cancellationToken = default)
    {
        // The first two claim the import and read its rows.
        if (++_contexts > 2)
        {
            await OnBatch(_contexts - 2);
        }

        var context = database.Open(Actor.System("test"));
        context.SavingChanges += (_, _) =>
        {
            _saves++;
            if (die == 1 && _saves == 2)
            {
                throw new InvalidOperationException("killed");
            }

            if (Refuse(context) is { } refused)
            {
                throw refused;
            }
        };
        context.SavedChanges += (_, _) =>
        {
            if (die >= 2 && _saves == 1)
            {
                throw new InvalidOperationException("killed");
            }
        };
        return context;
    }
}
