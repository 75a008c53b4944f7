using IspPortal.Core.Common.Time;
using IspPortal.Core.Mapping.Photos;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Mapping.Photos;

/// <summary>Takes away files that a crash left without a row, and counts rows that have lost theirs.</summary>
internal sealed class PlantPhotoSweeper(IDbContextFactory<PortalDbContext> contexts, PlantPhotoFiles files, TimeProvider clock)
{
    /// <summary>A file that is younger may be one whose row is being written now.</summary>
    private static readonly TimeSpan Youth = TimeSpan.FromDays(1);

    public async Task<(int Orphans, int Missing)> SweepAsync(CancellationToken cancellationToken)
    {
        var old = files.ListOld(clock.UtcNow() - Youth).ToList();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var known = (await context.Set<PlantPhoto>().AsNoTracking().Select(p => p.StoredAs).ToListAsync(cancellationToken)).ToHashSet();
        var orphans = old.FindAll(file => !known.Contains(file));
        orphans.ForEach(files.Remove);
        return (orphans.Count, known.Count(file => !files.Exists(file)));
    }
}
