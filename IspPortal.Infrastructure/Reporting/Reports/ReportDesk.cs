using IspPortal.Core.Common;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

internal sealed class ReportDesk(IDbContextFactory<PortalDbContext> contexts, ReportFiles files, ICurrentActor actor, IBusinessClock business, TimeProvider clock) : IReportDesk
{
    public async Task<Result> RequestAsync(Guid reportId, ReportOrder order, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsWrite) is { } denied)
        {
            return denied;
        }

        if (ReportRules.Judge(order, await business.TodayAsync(cancellationToken)) is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Report>().AnyAsync(r => r.Id == reportId, cancellationToken))
        {
            return Result.Success;
        }

        var routers = order.RouterIds.Distinct().ToList();
        if (routers.Count > 0 && await context.Set<Router>().CountAsync(r => routers.Contains(r.Id), cancellationToken) != routers.Count)
        {
            return ReportErrors.RouterGone;
        }

        context.Add(new Report
        {
            Id = reportId, Kind = order.Kind, FromOn = order.FromOn, ToOn = order.ToOn, Language = order.Language, Order = ReportingJson.Of(order),
            RequestedBy = actor.Actor.Name, RequestedById = actor.Actor.Id, RequestedAtUtc = clock.UtcNow(),
        });
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> RunAgainAsync(Guid reportId, long version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, reportId, version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        var report = found.Value;
        (report.State, report.Step, report.Percent, report.Tries) = (ReportState.Waiting, ReportStep.Queued, 0, 0);
        (report.ErrorCode, report.ErrorDetail, report.StartedAtUtc, report.EndedAtUtc) = (null, null, null, null);
        report.Runs++;
        return await context.TrySaveAsync(null, cancellationToken);
    }

    public async Task<Result> DeleteAsync(Guid reportId, long version, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await FindAsync(context, reportId, version, cancellationToken);
        if (!found.Succeeded)
        {
            return found.Error;
        }

        context.Remove(found.Value);
        var removed = await context.TrySaveAsync(null, cancellationToken);
        if (removed.Succeeded)
        {
            found.Value.Files.ForEach(file => files.Remove(file.StoredAs));
        }

        return removed;
    }

    private async Task<Result<Report>> FindAsync(PortalDbContext context, Guid reportId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsWrite) is { } denied)
        {
            return denied;
        }

        if (await context.Set<Report>().Include(r => r.Files).SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken) is not { } report)
        {
            return ReportErrors.NotFound;
        }

        return report.State is ReportState.Waiting or ReportState.Running ? ReportErrors.StillRunning : report.Version != version ? CommonErrors.VersionConflict : report;
    }
}
