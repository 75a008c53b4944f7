using IspPortal.Core.Common.Time;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Takes away the files of reports whose time is over, files that no report knows, and reports that ended more than a year ago.</summary>
internal sealed class ReportSweeper(IDbContextFactory<PortalDbContext> contexts, ReportFiles files, TimeProvider clock)
{
    private const int KeepRowsDays = 400;

    /// <summary>Gives how many reports lost their files, and how many files nobody knew.</summary>
    public async Task<(int Expired, int Orphans)> SweepAsync(CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var due = await context.Set<Report>().Include(r => r.Files).Where(r => r.State == ReportState.Ready && r.ExpiresAtUtc < now).ToListAsync(cancellationToken);
        foreach (var report in due)
        {
            var gone = report.Files.Select(file => file.StoredAs).ToList();
            report.State = ReportState.Expired;
            report.Files.Clear();
            await context.SaveChangesAsync(cancellationToken);
            gone.ForEach(files.Remove);
        }

        var orphans = 0;
        foreach (var part in files.ListOld(now.AddDays(-1)).Chunk(500))
        {
            var known = (await context.Set<ReportFile>().Where(file => part.Contains(file.StoredAs)).Select(file => file.StoredAs).ToListAsync(cancellationToken)).ToHashSet();
            foreach (var id in part.Where(id => !known.Contains(id)))
            {
                files.Remove(id);
                orphans++;
            }
        }

        var old = now.AddDays(-KeepRowsDays);
        await context.Set<Report>().Where(r => (r.State == ReportState.Expired || r.State == ReportState.Failed) && r.EndedAtUtc < old).ExecuteDeleteAsync(cancellationToken);
        return (due.Count, orphans);
    }
}
