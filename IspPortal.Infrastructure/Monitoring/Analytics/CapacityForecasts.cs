using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

internal sealed class CapacityForecasts(
    ISeriesAnalytics analytics, InterfaceDays days, LiveNetwork network, IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor, TimeProvider clock) : ICapacityForecasts
{
    private const int Ranked = 1_000;
    private const int BusyDays = 7;
    private const long Mega = 1_000_000;

    public async Task<Result<Page<InterfaceCapacityRow>>> ListAsync(Guid? routerId, PageRequest page, CancellationToken cancellationToken)
    {
        if (actor.Deny(MonitoringPermissions.MonitoringRead) is { } denied)
        {
            return denied;
        }

        var now = clock.UtcNow();
        var busy = await BusyAsync(routerId, now.AddDays(-BusyDays), now, cancellationToken);
        if (!busy.Succeeded)
        {
            return busy.Error;
        }

        var routers = await RoutersAsync(routerId, cancellationToken);
        // A person knows what the uplink carries: that is the busiest interface of the router.
        var uplinks = busy.Value.GroupBy(b => b.Key.Id).ToDictionary(g => g.Key, g => g.MaxBy(b => b.Value).Key.Name);
        var lines = network.Views.Select(v => v.Interfaces).OfType<RouterInterfaces>().ToDictionary(i => i.RouterId);
        var speeds = await SpeedsAsync(routerId, cancellationToken);
        var search = page.SearchOrNull;
        var found = busy.Value.Keys.Where(s => routers.ContainsKey(s.Id)).Select(s => (Subject: s, Router: routers[s.Id], Line: lines.GetValueOrDefault(s.Id)?.Items.FirstOrDefault(i => i.Name == s.Name)))
            .Where(i => search is null || Holds(i.Subject.Name, search) || Holds(i.Line?.Comment, search) || Holds(i.Router.Name, search))
            .OrderBy(i => i.Router.Name, StringComparer.OrdinalIgnoreCase).ThenByDescending(i => busy.Value[i.Subject]).ThenBy(i => i.Subject.Name, StringComparer.Ordinal).ToList();
        var rows = new List<InterfaceCapacityRow>();
        foreach (var (subject, router, line) in found.Skip(page.Skip).Take(page.Take))
        {
            var read = await days.ReadAsync(subject, cancellationToken);
            if (!read.Succeeded)
            {
                return read.Error;
            }

            var isUplink = uplinks.GetValueOrDefault(subject.Id) == subject.Name;
            // What a person says of the uplink is what was bought, which is less than the port carries.
            var told = isUplink && router.CapacityMegabits is { } megabits ? megabits * Mega : (long?)null;
            var speed = told ?? (speeds.TryGetValue((subject.Id, subject.Name), out var link) ? link : null);
            var lately = read.Value.Days.Where(d => d.SeenShare >= CapacityForecaster.LeastSeenShare).TakeLast(BusyDays).Select(d => (double?)d.Percentile95BitsPerSecond).Max();
            rows.Add(new InterfaceCapacityRow(
                subject.Id, router.Name, subject.Name, line?.Comment, speed, speed is null ? null : told is null ? SpeedSource.Router : SpeedSource.Person, lately, read.Value.IsUpload, CapacityForecaster.Of(read.Value.Days, speed)));
        }

        return Page<InterfaceCapacityRow>.Of(rows, page, found.Count);
    }

    public async Task<Result<IReadOnlyList<DailyPeak>>> ListDaysAsync(Guid routerId, string interfaceName, CancellationToken cancellationToken)
    {
        if (actor.Deny(MonitoringPermissions.MonitoringRead) is { } denied)
        {
            return denied;
        }

        var read = await days.ReadAsync(SeriesSubject.Interface(routerId, interfaceName), cancellationToken);
        return read.Succeeded ? Result.Of(read.Value.Days) : read.Error;
    }

    private static bool Holds(string? text, string part) => text?.Contains(part, StringComparison.OrdinalIgnoreCase) == true;

    private async Task<Result<Dictionary<SeriesSubject, double>>> BusyAsync(Guid? routerId, DateTime from, DateTime to, CancellationToken cancellationToken)
    {
        var busy = new Dictionary<SeriesSubject, double>();
        foreach (var metric in (Metric[])[Metric.RxBytes, Metric.TxBytes])
        {
            var top = await analytics.TopAsync(new SeriesGroupQuery(SeriesSubjectKind.Interface, metric, from, to, routerId), Ranked, cancellationToken);
            if (!top.Succeeded)
            {
                return top.Error;
            }

            foreach (var rank in top.Value)
            {
                busy[rank.Subject] = busy.GetValueOrDefault(rank.Subject) + rank.Sum;
            }
        }

        return busy;
    }

    private async Task<Dictionary<(Guid RouterId, string Name), long?>> SpeedsAsync(Guid? routerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Set<InterfaceSpeed>().AsNoTracking().Where(s => routerId == null || s.RouterId == routerId).ToListAsync(cancellationToken)).ToDictionary(s => (s.RouterId, s.Name), s => (long?)s.BitsPerSecond);
    }

    private async Task<Dictionary<Guid, (string Name, int? CapacityMegabits)>> RoutersAsync(Guid? routerId, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null && r.Enabled && (routerId == null || r.Id == routerId)).Select(r => new { r.Id, r.Name, r.CapacityMegabits }).ToListAsync(cancellationToken))
            .ToDictionary(r => r.Id, r => (r.Name, r.CapacityMegabits));
    }
}
