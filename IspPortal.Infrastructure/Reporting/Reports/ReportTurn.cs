using IspPortal.Core.Common.Time;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Whose turn it is. Who makes a report holds a lease that is renewed while he works; one that stood still and woke up again changes nothing any more.</summary>
internal sealed class ReportTurn(IDbContextFactory<PortalDbContext> contexts, TimeProvider clock)
{
    /// <summary>How long after a crash a report is begun again.</summary>
    public static readonly TimeSpan Lease = TimeSpan.FromSeconds(60);

    /// <summary>The oldest that waits or was left, now leased to <paramref name="token"/>; null when there is none.</summary>
    public async Task<Report?> TakeAsync(Guid token, CancellationToken cancellationToken)
    {
        var now = clock.UtcNow();
        var until = now + Lease;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var open = context.Set<Report>().Where(r => r.State == ReportState.Waiting || (r.State == ReportState.Running && (r.LeasedUntilUtc == null || r.LeasedUntilUtc < now)));
        var id = await open.OrderBy(r => r.RequestedAtUtc).ThenBy(r => r.Id).Select(r => (Guid?)r.Id).FirstOrDefaultAsync(cancellationToken);
        if (id is null || await open.Where(r => r.Id == id).ExecuteUpdateAsync(
                set => set.SetProperty(r => r.LeasedBy, token).SetProperty(r => r.LeasedUntilUtc, until).SetProperty(r => r.State, ReportState.Running).SetProperty(r => r.Step, ReportStep.Reading)
                    .SetProperty(r => r.Percent, 0).SetProperty(r => r.Tries, r => r.Tries + 1).SetProperty(r => r.StartedAtUtc, now).SetProperty(r => r.Version, r => r.Version + 1),
                cancellationToken) == 0)
        {
            return null;
        }

        return await context.Set<Report>().AsNoTracking().Include(r => r.Files).SingleAsync(r => r.Id == id, cancellationToken);
    }

    /// <summary>Says how far it is and renews the lease; false when it is somebody else's by now.</summary>
    public async Task<bool> TellAsync(Guid reportId, Guid token, ReportStep step, int percent, CancellationToken cancellationToken)
    {
        var until = clock.UtcNow() + Lease;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Report>().Where(r => r.Id == reportId && r.LeasedBy == token && r.State == ReportState.Running)
            .ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, until).SetProperty(r => r.Step, step).SetProperty(r => r.Percent, percent), cancellationToken) > 0;
    }

    /// <summary>Renews the lease alone.</summary>
    public async Task<bool> HoldAsync(Guid reportId, Guid token, CancellationToken cancellationToken)
    {
        var until = clock.UtcNow() + Lease;
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<Report>().Where(r => r.Id == reportId && r.LeasedBy == token && r.State == ReportState.Running).ExecuteUpdateAsync(set => set.SetProperty(r => r.LeasedUntilUtc, until), cancellationToken) > 0;
    }

    /// <summary>Changes the report while it is still one's own; false when it is not.</summary>
    public async Task<bool> ChangeAsync(Guid reportId, Guid token, Action<PortalDbContext, Report> change, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var report = await context.Set<Report>().Include(r => r.Files).SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken);
        if (report is null || report.LeasedBy != token || report.State != ReportState.Running)
        {
            return false;
        }

        change(context, report);
        return (await context.TrySaveAsync(null, cancellationToken)).Succeeded;
    }
}
