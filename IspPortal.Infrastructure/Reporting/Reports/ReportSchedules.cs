using IspPortal.Core.Common;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Reporting;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

internal sealed class ReportSchedules(IDbContextFactory<PortalDbContext> contexts, ISettingsReader<CompanySettings> company, ICurrentActor actor, TimeProvider clock) : IReportSchedules
{
    public async Task<Result<Page<ReportScheduleRow>>> ListAsync(PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = context.Set<ReportSchedule>().AsNoTracking();
        if (page.SearchOrNull is { } search)
        {
            var key = search.ToLowerInvariant();
#pragma warning disable CA1304, CA1311, CA1862, MA0011 // translated to the database's lower()
            schedules = schedules.Where(s => s.Name.ToLower().Contains(key));
#pragma warning restore CA1304, CA1311, CA1862, MA0011
        }

        var count = await schedules.LongCountAsync(cancellationToken);
        var found = await schedules.OrderBy(s => s.Name).ThenBy(s => s.Id).Skip(page.Skip).Take(page.Take).ToListAsync(cancellationToken);
        return Page<ReportScheduleRow>.Of(await RowsAsync(context, found, cancellationToken), page, count);
    }

    public async Task<Result<ReportScheduleRow>> GetAsync(Guid scheduleId, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsRead) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return await context.Set<ReportSchedule>().AsNoTracking().SingleOrDefaultAsync(s => s.Id == scheduleId, cancellationToken) is { } schedule
            ? (await RowsAsync(context, [schedule], cancellationToken))[0]
            : ReportErrors.ScheduleNotFound;
    }

    public async Task<Result> SaveAsync(Guid scheduleId, long? version, SaveReportScheduleRequest request, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsWrite) is { } denied)
        {
            return denied;
        }

        if (ReportRules.Judge(request) is { Count: > 0 } wrong)
        {
            return CommonErrors.Invalid(wrong);
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var routers = request.Order.RouterIds.Distinct().ToList();
        if (routers.Count > 0 && await context.Set<Router>().CountAsync(r => routers.Contains(r.Id), cancellationToken) != routers.Count)
        {
            return ReportErrors.RouterGone;
        }

        var schedule = await context.Set<ReportSchedule>().SingleOrDefaultAsync(s => s.Id == scheduleId, cancellationToken);
        if (schedule is null)
        {
            if (version is not null)
            {
                return ReportErrors.ScheduleNotFound;
            }

            schedule = new ReportSchedule { Id = scheduleId, Name = "", Language = "", Order = "", OwnerName = "", CreatedAtUtc = clock.UtcNow(), CountsFromUtc = clock.UtcNow() };
            context.Add(schedule);
        }
        else if (version is null)
        {
            // The same form sent twice makes one.
            return Result.Success;
        }
        else if (schedule.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        var order = request.Order;
        if ((schedule.Cadence, schedule.Hour) != (request.Cadence, request.Hour) || (request.IsEnabled && !schedule.IsEnabled))
        {
            schedule.CountsFromUtc = clock.UtcNow();
        }

        (schedule.Name, schedule.Cadence, schedule.Hour, schedule.IsEnabled, schedule.OwnerName) = (request.Name.Trim(), request.Cadence, request.Hour, request.IsEnabled, actor.Actor.Name);
        (schedule.Kind, schedule.Language, schedule.Order) = (order.Kind, order.Language, ReportingJson.Of(order));
        return await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
    }

    public async Task<Result> DeleteAsync(Guid scheduleId, long version, CancellationToken cancellationToken)
    {
        if (actor.Deny(ReportingPermissions.ReportsWrite) is { } denied)
        {
            return denied;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        if (await context.Set<ReportSchedule>().SingleOrDefaultAsync(s => s.Id == scheduleId, cancellationToken) is not { } schedule)
        {
            return ReportErrors.ScheduleNotFound;
        }

        if (schedule.Version != version)
        {
            return CommonErrors.VersionConflict;
        }

        context.Remove(schedule);
        return await context.TrySaveAsync(null, cancellationToken);
    }

    private async Task<List<ReportScheduleRow>> RowsAsync(PortalDbContext context, IReadOnlyList<ReportSchedule> schedules, CancellationToken cancellationToken)
    {
        var ids = schedules.Select(s => (Guid?)s.Id).ToList();
        var last = await context.Set<Report>().AsNoTracking().Where(r => ids.Contains(r.ScheduleId)).GroupBy(r => r.ScheduleId!.Value).Select(g => new { g.Key, At = g.Max(r => r.RequestedAtUtc) }).ToDictionaryAsync(g => g.Key, g => g.At, cancellationToken);
        var (zone, now) = (await ReportZone.OfAsync(company, cancellationToken), clock.UtcNow());
        return
        [
            .. schedules.Select(s => new ReportScheduleRow(
                s.Id,
                new SaveReportScheduleRequest { Name = s.Name, Cadence = s.Cadence, Hour = s.Hour, IsEnabled = s.IsEnabled, Order = ReportingJson.OrderOf(s) },
                s.OwnerName,
                s.IsEnabled ? ReportCalendar.NextDueUtc(s.Cadence, s.Hour, zone, now) : null,
                last.TryGetValue(s.Id, out var at) ? at : null,
                s.Version)),
        ];
    }
}
