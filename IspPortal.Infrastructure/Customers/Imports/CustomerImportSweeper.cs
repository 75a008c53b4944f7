using IspPortal.Core.Common.Time;
using IspPortal.Core.Customers.Imports;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Customers.Imports;

/// <summary>Takes away the rows of files that nobody needs any more; the import itself stays with its counts.</summary>
internal sealed class CustomerImportSweeper(IDbContextFactory<PortalDbContext> contexts, ISettingsReader<CustomerImportSettings> settings, TimeProvider clock)
{
    /// <summary>Gives how many imports lost their rows.</summary>
    public async Task<int> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var before = now.AddDays(-(await settings.GetAsync(cancellationToken)).KeepRowsDays);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Set<CustomerImport>().Where(i => i.ContentErasedAtUtc == null && i.State != CustomerImportState.Running && i.TouchedAtUtc < before).ToListAsync(cancellationToken);
        foreach (var import in due)
        {
            await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
            import.ContentErasedAtUtc = now;
            if (import.State is CustomerImportState.Uploaded or CustomerImportState.Checked)
            {
                (import.State, import.EndedAtUtc) = (CustomerImportState.Discarded, now);
            }

            await context.SaveChangesAsync(cancellationToken);
            await EraseContentAsync(context, import.Id, cancellationToken);
            await transaction.CommitAsync(cancellationToken);
        }

        return due.Count;
    }

    internal static async Task EraseContentAsync(PortalDbContext context, Guid importId, CancellationToken cancellationToken)
    {
        await context.Set<CustomerImportContent>().Where(c => c.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
        await context.Set<CustomerImportLine>().Where(l => l.ImportId == importId).ExecuteDeleteAsync(cancellationToken);
    }
}
