using IspPortal.Core.Common;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Reporting.Reports;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Reporting.Reports;

/// <summary>Asks for what is due. After a rest only the last period is made up for; two nodes that look at once ask once.</summary>
internal sealed class ReportScheduler(IDbContextFactory<PortalDbContext> contexts, ISettingsReader<CompanySettings> company, TimeProvider clock)
{
    /// <summary>Gives how many were asked for.</summary>
    public async Task<int> LookAsync(CancellationToken cancellationToken)
    {
        var (zone, now, asked) = (await ReportZone.OfAsync(company, cancellationToken), clock.UtcNow(), 0);
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var schedules = await context.Set<ReportSchedule>().AsNoTracking().Where(s => s.IsEnabled).OrderBy(s => s.Id).ToListAsync(cancellationToken);
        foreach (var schedule in schedules)
        {
            var due = ReportCalendar.LastDueUtc(schedule.Cadence, schedule.Hour, zone, now);
            if (due > schedule.CountsFromUtc)
            {
                asked += await AskAsync(schedule, ReportCalendar.PeriodBefore(schedule.Cadence, ReportCalendar.DayOf(due, zone)), due, now, cancellationToken);
            }
        }

        return asked;
    }

    private async Task<int> AskAsync(ReportSchedule schedule, ReportPeriod period, DateTime due, DateTime now, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await context.Database.BeginTransactionAsync(cancellationToken);
        // Whoever is second finds it counted already; one that was changed meanwhile is looked at anew the next time.
        if (await context.Set<ReportSchedule>().Where(s => s.Id == schedule.Id && s.IsEnabled && s.CountsFromUtc < due && s.Version == schedule.Version).ExecuteUpdateAsync(set => set.SetProperty(s => s.CountsFromUtc, due), cancellationToken) == 0)
        {
            return 0;
        }

        context.Add(new Report
        {
            Id = Ids.New(clock), Kind = schedule.Kind, FromOn = period.FromOn, ToOn = period.ToOn, Language = schedule.Language, Order = schedule.Order, ScheduleId = schedule.Id,
            ScheduleKey = FormattableString.Invariant($"{schedule.Id:N}:{schedule.Cadence}:{period.FromOn:yyyyMMdd}"), RequestedBy = schedule.Name, RequestedAtUtc = now,
        });
        var saved = await context.TrySaveAsync(CommonErrors.VersionConflict, cancellationToken);
        if (!saved.Succeeded)
        {
            return 0;
        }

        await transaction.CommitAsync(cancellationToken);
        return 1;
    }
}
