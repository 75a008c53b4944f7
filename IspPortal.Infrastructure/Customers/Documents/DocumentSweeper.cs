using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.Documents;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Documents;

/// <summary>Brings files and rows of documents in line: what was removed long ago goes for good, and so does what a crash left behind.</summary>
internal sealed class DocumentSweeper(IDbContextFactory<PortalDbContext> contexts, DocumentFiles files, ISettingsReader<DocumentSettings> settings, TimeProvider clock)
{
    /// <summary>A file that is younger may be one whose row is being written now.</summary>
    private static readonly TimeSpan Youth = TimeSpan.FromDays(1);

    public async Task<DocumentSweep> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var removedBefore = now.AddDays(-(await settings.GetAsync(cancellationToken)).KeepRemovedDays);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Set<CustomerDocument>().Where(d => d.RemovedAtUtc < removedBefore && d.FileErasedAtUtc == null).ToListAsync(cancellationToken);
        due.ForEach(document => document.FileErasedAtUtc = now);

        // Rows first: a row that says its file is gone is true soon, a file that is gone without the row saying so is a loss.
        await context.SaveChangesAsync(cancellationToken);
        var old = files.ListOld(now - Youth).ToList();
        var known = (await context.Set<CustomerDocument>().AsNoTracking().Select(d => new { d.StoredAs, Gone = d.FileErasedAtUtc != null }).ToListAsync(cancellationToken)).ToDictionary(d => d.StoredAs, d => d.Gone);
        var orphans = old.FindAll(file => !known.ContainsKey(file));
        var erased = known.Where(d => d.Value && files.Exists(d.Key)).Select(d => d.Key).ToList();
        foreach (var file in orphans.Concat(erased))
        {
            files.Remove(file);
        }

        return new DocumentSweep(erased.Count, orphans.Count, known.Count(d => !d.Value && !files.Exists(d.Key)));
    }
}
