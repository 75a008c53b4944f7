using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

internal sealed class ReportDirectory(IDbContextFactory<PortalDbContext> contexts, ReportFiles files, IAuditWriter audit, ICurrentActor actor) : IReportDirectory
{
    public async Task<Result<Page<ReportRow>>> ListAsync(ReportFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var reports = context.Set<Report>().AsNoTracking();
        if (filter.Kind is { } kind)
        {
            reports = reports.Where(r => r.Kind == kind);
        }

        if (filter.State is { } state)
        {
            reports = reports.Where(r => r.State == state);
        }

        if (filter.ScheduleId is { } schedule)
        {
            reports = reports.Where(r => r.ScheduleId == schedule);
        }

        if (page.SearchOrNull is { } search)
        {
            var key = search.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            reports = reports.Where(r => r.RequestedBy.ToLower().Contains(key));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await reports.LongCountAsync(cancellationToken);
        var rows = await reports.OrderByDescending(r => r.RequestedAtUtc).ThenByDescending(r => r.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<ReportRow>.Of([.. rows.Select(RowOf)], page, count);
    }

    public async Task<Result<ReportDetails>> GetAsync(Guid reportId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Report>().AsNoTracking().Include(r => r.Files).SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken) is not { } report)
        {
            return ReportErrors.NotFound;
        }

        var order = ReportingJson.OrderOf(report);
        var wanted = order.RouterIds.ToList();
        var names = wanted.Count == 0 ? [] : await context.Set<Router>().AsNoTracking().Where(r => wanted.Contains(r.Id)).OrderBy(r => r.Name).Select(r => r.Name).ToListAsync(cancellationToken);
        return new ReportDetails(RowOf(report), order, names, [.. report.Files.OrderBy(file => file.Format).Select(file => new ReportFileRow(file.Format, file.Bytes))]);
    }

    public async Task<Result<ReportDownload>> OpenFileAsync(Guid reportId, ReportFormat format, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<Report>().AsNoTracking().Include(r => r.Files).SingleOrDefaultAsync(r => r.Id == reportId, cancellationToken) is not { } report)
        {
            return ReportErrors.NotFound;
        }

        if (report.Files.Find(file => file.Format == format) is not { } kept || await files.ReadAsync(kept.StoredAs, cancellationToken) is not { } content)
        {
            return ReportErrors.NoFile;
        }

        await audit.WriteAsync("exported", "report", reportId.ToString(), new { format, bytes = kept.Bytes }, cancellationToken);
        return new ReportDownload(new MemoryStream(content, writable: false), ReportFormats.MediaTypeOf(format), ReportFormats.FileNameOf(report.Kind, new(report.FromOn, report.ToOn), format));
    }

    internal static ReportRow RowOf(Report r) => new(
        r.Id, r.Kind, new ReportPeriod(r.FromOn, r.ToOn), r.Language, r.State, r.Step, r.Percent, r.ErrorCode, r.ErrorDetail, r.ScheduleId, r.RequestedBy, r.RequestedAtUtc, r.StartedAtUtc, r.EndedAtUtc, r.ExpiresAtUtc,
        r.Version);
}
