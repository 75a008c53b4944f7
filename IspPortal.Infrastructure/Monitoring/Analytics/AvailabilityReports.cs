using IspPortal.Core.Common.Outages;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Time;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

internal sealed class AvailabilityReports(
    ISeriesReader series,
    IOutageCover cover,
    IRouterWorks works,
    IEnumerable<IExcusedTimes> excuses,
    IDbContextFactory<PortalDbContext> contexts,
    ISettingsReader<AnalyticsSettings> settings,
    ICurrentActor actor,
    TimeProvider clock) : IAvailabilityReports
{
    private const int MostPoints = 5_000;

    public async Task<Result<IReadOnlyList<RouterAvailabilityRow>>> ListRoutersAsync(DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken)
    {
        if (Refuse(fromUtc, toUtc) is { } refused)
        {
            return refused;
        }

        var target = (await settings.GetAsync(cancellationToken)).AvailabilityTargetPercent;
        List<(Guid Id, string Name, DateTime Since)> routers;
        await using (var context = await contexts.CreateDbContextAsync(cancellationToken))
        {
            routers = [.. (await context.Set<Router>().AsNoTracking().Where(r => r.RemovedAtUtc == null && r.Enabled).OrderBy(r => r.Name).Select(r => new { r.Id, r.Name, r.CreatedAtUtc }).ToListAsync(cancellationToken)).Select(r => (r.Id, r.Name, r.CreatedAtUtc))];
        }

        var planned = (await works.BetweenAsync(routers.ConvertAll(r => r.Id), fromUtc, toUtc, cancellationToken)).ToLookup(w => w.RouterId, w => new TimeSlice(w.FromUtc, w.ToUtc ?? toUtc));
        var rows = new List<RouterAvailabilityRow>();
        foreach (var (id, name, since) in routers)
        {
            var window = WindowOf(fromUtc, toUtc, since);
            var read = await AnsweredAsync(id, window, cancellationToken);
            if (!read.Succeeded)
            {
                return read.Error;
            }

            var availability = AvailabilityRule.Judge(window, read.Value.Up, read.Value.Unread, planned[id]);
            rows.Add(new RouterAvailabilityRow(id, name, availability, availability.Meets(target)));
        }

        return rows.OrderBy(r => r.Availability.Percent ?? double.MaxValue).ThenBy(r => r.RouterName, StringComparer.OrdinalIgnoreCase).ToList();
    }

    public async Task<Result<Page<LineAvailabilityRow>>> ListLinesAsync(Guid? routerId, DateTime fromUtc, DateTime toUtc, PageRequest page, CancellationToken cancellationToken)
    {
        if (Refuse(fromUtc, toUtc) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var owned = context.Set<AccessAccount>().AsNoTracking().Where(a => a.IsOwned && (routerId == null || a.RouterId == routerId));
        if (page.SearchOrNull?.ToLowerInvariant() is { } text)
        {
            owned = owned.Where(a => a.SearchKey.Contains(text));
        }

        var count = await owned.LongCountAsync(cancellationToken);
        var shown = await LinesOf(context, owned.OrderBy(a => a.Username).ThenBy(a => a.Id).Skip(page.Skip).Take(page.Take)).ToListAsync(cancellationToken);
        var rows = await JudgeAsync(context, shown, fromUtc, toUtc, cancellationToken);
        return rows.Succeeded ? Page<LineAvailabilityRow>.Of(rows.Value, page, count) : rows.Error;
    }

    public async Task<Result<LineAvailabilityRow?>> FindLineAsync(Guid accessId, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken)
    {
        if (Refuse(fromUtc, toUtc) is { } refused)
        {
            return refused;
        }

        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        var found = await LinesOf(context, context.Set<AccessAccount>().AsNoTracking().Where(a => a.Id == accessId)).ToListAsync(cancellationToken);
        var rows = await JudgeAsync(context, found, fromUtc, toUtc, cancellationToken);
        return rows.Succeeded ? rows.Value.SingleOrDefault() : rows.Error;
    }

    private static IQueryable<Line> LinesOf(PortalDbContext context, IQueryable<AccessAccount> accounts) => accounts.Select(a => new Line(
        a.Id, a.Username, a.RouterId, context.Set<Router>().Where(r => r.Id == a.RouterId).Select(r => r.Name).First(), a.FirstSeenAtUtc));

    // What is to come has not been spent yet, and nothing is known of before there was anything.
    private TimeSlice WindowOf(DateTime fromUtc, DateTime toUtc, DateTime since)
    {
        var now = clock.UtcNow();
        return new TimeSlice(since > fromUtc ? since : fromUtc, now < toUtc ? now : toUtc);
    }

    private async Task<Result<(IReadOnlyList<TimeSlice> Up, IReadOnlyList<TimeSlice> Unread)>> AnsweredAsync(Guid routerId, TimeSlice window, CancellationToken cancellationToken)
    {
        if (window.Length <= TimeSpan.Zero)
        {
            IReadOnlyList<TimeSlice> none = [];
            return (none, none);
        }

        var answered = await series.QueryAsync(new SeriesQuery(SeriesSubject.Router(routerId), Metric.AnsweredPercent, window.FromUtc, window.ToUtc, MostPoints), cancellationToken);
        return answered.Succeeded ? AvailabilityRule.Read(answered.Value, window) : answered.Error;
    }

    private async Task<Result<List<LineAvailabilityRow>>> JudgeAsync(PortalDbContext context, List<Line> lines, DateTime fromUtc, DateTime toUtc, CancellationToken cancellationToken)
    {
        var target = (await settings.GetAsync(cancellationToken)).AvailabilityTargetPercent;
        var ids = lines.ConvertAll(l => l.AccessId);
        var now = clock.UtcNow();
        var sessions = (await context.Set<SessionRecord>().AsNoTracking().Where(s => ids.Contains(s.AccessId) && s.StartedAtUtc < toUtc && (s.EndedAtUtc == null || s.EndedAtUtc > fromUtc))
            .Select(s => new { s.AccessId, s.StartedAtUtc, s.EndedAtUtc }).ToListAsync(cancellationToken)).ToLookup(s => s.AccessId, s => new TimeSlice(s.StartedAtUtc, s.EndedAtUtc ?? now));
        var aside = new List<(Guid AccessId, TimeSlice Slice)>();
        foreach (var source in excuses)
        {
            aside.AddRange((await source.BetweenAsync(ids, fromUtc, toUtc, cancellationToken)).Select(e => (e.AccessId, new TimeSlice(e.FromUtc, e.ToUtc ?? toUtc))));
        }

        aside.AddRange((await cover.BetweenAsync(ids, fromUtc, toUtc, cancellationToken)).Where(o => o.IsPlanned).Select(o => (o.AccessId, new TimeSlice(o.FromUtc, o.ToUtc ?? toUtc))));
        var excused = aside.ToLookup(a => a.AccessId, a => a.Slice);
        var unread = new Dictionary<Guid, IReadOnlyList<TimeSlice>>();
        foreach (var routerId in lines.Select(l => l.RouterId).Distinct())
        {
            var read = await AnsweredAsync(routerId, new TimeSlice(fromUtc, now < toUtc ? now : toUtc), cancellationToken);
            if (!read.Succeeded)
            {
                return read.Error;
            }

            unread[routerId] = read.Value.Unread;
        }

        return lines.ConvertAll(line =>
        {
            var window = WindowOf(fromUtc, toUtc, line.SinceUtc);
            var availability = AvailabilityRule.Judge(window, sessions[line.AccessId], unread[line.RouterId], excused[line.AccessId]);
            return new LineAvailabilityRow(
                line.AccessId, line.Username, line.RouterId, line.RouterName, availability,
                AvailabilityRule.LossesIn(window, sessions[line.AccessId], unread[line.RouterId], excused[line.AccessId]), availability.Meets(target));
        });
    }

    private Error? Refuse(DateTime fromUtc, DateTime toUtc) => actor.Deny(MonitoringPermissions.MonitoringRead) ?? AnalyticsQuestions.Refuse(fromUtc, toUtc);

    private sealed record Line(Guid AccessId, string Username, Guid RouterId, string RouterName, DateTime SinceUtc);
}
