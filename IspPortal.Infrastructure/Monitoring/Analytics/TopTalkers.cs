using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Analytics;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Persistence;
using Microsoft.EntityFrameworkCore;

namespace IspPortal.Infrastructure.Monitoring.Analytics;

internal sealed class TopTalkers(ISeriesAnalytics analytics, IDbContextFactory<PortalDbContext> contexts, ICurrentActor actor) : ITopTalkers
{
    private const int MostPlaces = 500;
    private const int Ranked = 1_000;
    private const double BitsPerByte = 8;

    public async Task<Result<IReadOnlyList<TopTalkerRow>>> ListAsync(TopTalkersQuery query, int count, CancellationToken cancellationToken)
    {
        if ((actor.Deny(MonitoringPermissions.MonitoringRead) ?? AnalyticsQuestions.Refuse(query.FromUtc, query.ToUtc) ?? AnalyticsQuestions.Refuse("count", count, 1, MostPlaces)) is { } refused)
        {
            return refused;
        }

        var down = await RankAsync(query, Metric.DownBytes, cancellationToken);
        var up = down.Succeeded ? await RankAsync(query, Metric.UpBytes, cancellationToken) : down.Error;
        if (!up.Succeeded)
        {
            return up.Error;
        }

        var leading = down.Value.Keys.Union(up.Value.Keys).Select(id => (Id: id, Down: down.Value.GetValueOrDefault(id), Up: up.Value.GetValueOrDefault(id)))
            .Where(line => Measure(query.Direction, line.Down?.Sum, line.Up?.Sum) > 0)
            .OrderByDescending(line => Measure(query.Direction, line.Down?.Sum, line.Up?.Sum)).Take(count).ToList();
        var lines = new List<TopTalkerRow>(leading.Count);
        foreach (var (id, towards, from) in leading)
        {
            // Not among the thousand largest one way: asked for by itself, so that no sum is short of it.
            var downSum = towards?.Sum ?? (down.Value.Count < Ranked ? null : await SumAsync(query, id, Metric.DownBytes, cancellationToken));
            var upSum = from?.Sum ?? (up.Value.Count < Ranked ? null : await SumAsync(query, id, Metric.UpBytes, cancellationToken));
            lines.Add(new TopTalkerRow(
                0, id, "", null, "", (long?)downSum, (long?)upSum, Math.Max(towards?.Maximum ?? 0, from?.Maximum ?? 0) * BitsPerByte, new[] { towards?.SeenFor ?? TimeSpan.Zero, from?.SeenFor ?? TimeSpan.Zero }.Max()));
        }

        var names = await NamesAsync(lines.ConvertAll(l => l.AccessId), cancellationToken);
        return lines.OrderByDescending(l => Measure(query.Direction, l.DownBytes, l.UpBytes)).Select((line, i) => names.TryGetValue(line.AccessId, out var name)
            ? line with { Place = i + 1, Username = name.Username, RouterId = name.RouterId, RouterName = name.RouterName }
            : line with { Place = i + 1 }).ToList();
    }

    private static double Measure(TrafficDirection direction, double? down, double? up) => direction switch
    {
        TrafficDirection.Down => down ?? 0,
        TrafficDirection.Up => up ?? 0,
        _ => (down ?? 0) + (up ?? 0),
    };

    private async Task<Result<Dictionary<Guid, SeriesRank>>> RankAsync(TopTalkersQuery query, Metric metric, CancellationToken cancellationToken)
    {
        var found = await analytics.TopAsync(new SeriesGroupQuery(SeriesSubjectKind.Access, metric, query.FromUtc, query.ToUtc, query.RouterId), Ranked, cancellationToken);
        return found.Succeeded ? found.Value.ToDictionary(r => r.Subject.Id) : found.Error;
    }

    private async Task<double?> SumAsync(TopTalkersQuery query, Guid accessId, Metric metric, CancellationToken cancellationToken)
    {
        var found = await analytics.StatisticsAsync(SeriesSubject.Access(accessId), metric, query.FromUtc, query.ToUtc, cancellationToken);
        return found.ValueOr(null!)?.Sum;
    }

    private async Task<Dictionary<Guid, (string Username, Guid RouterId, string RouterName)>> NamesAsync(List<Guid> ids, CancellationToken cancellationToken)
    {
        await using var context = await contexts.CreateDbContextAsync(cancellationToken);
        return (await (
            from access in context.Set<AccessAccount>().AsNoTracking()
            join router in context.Set<Router>() on access.RouterId equals router.Id
            where ids.Contains(access.Id)
            select new { access.Id, access.Username, access.RouterId, router.Name }).ToListAsync(cancellationToken)).ToDictionary(a => a.Id, a => (a.Username, a.RouterId, a.Name));
    }
}
