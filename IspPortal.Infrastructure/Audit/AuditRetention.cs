using IspPortal.Core.Audit;
using IspPortal.Core.Common.Time;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Audit;

/// <summary>Removes audit rows that are older than five years.</summary>
internal sealed class AuditRetention(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    private const int YearsKept = 5;

    public async Task<int> RemoveOldAsync(CancellationToken cancellationToken)
    {
        var before = clock.UtcNow().AddYears(-YearsKept);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<AuditEntry>().Where(entry => entry.AtUtc < before).ExecuteDeleteAsync(cancellationToken);
    }
}
