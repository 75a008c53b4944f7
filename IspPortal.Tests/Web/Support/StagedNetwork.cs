using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Live;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Common.Search;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Tests.Web.Support;

/// <summary>A small network whose every figure a test decides: four routers around Jakarta, sixty lines each. Answers the contracts that pages bind to.</summary>
internal sealed class StagedNetwork(ILiveFeed feed, TimeProvider clock)
    : IRouterMonitor, ISeriesReader, IAccessDirectory, IRouterDirectory, IAlertDirectory, IAlertDesk, IPortalSearch
{
    private const int LinesPerRouter = 60;

    private static readonly (string Name, string Site, double Latitude, double Longitude)[] Places =
    [
        ("RTR-BEKASI", "Bekasi Timur", -6.2383, 107.0011),
        ("RTR-CIKARANG", "Cikarang Utara", -6.2614, 107.1530),
        ("RTR-DEPOK", "Depok Baru", -6.3906, 106.8222),
        ("RTR-BOGOR", "Bogor Tengah", -6.5950, 106.8067),
    ];

    private readonly AlertRow?[] _alerts = new AlertRow?[Places.Length];
    private readonly RouterState[] _states = [.. Places.Select(_ => RouterState.Online)];
    private readonly DateTime[] _goodAtUtc = [.. Places.Select(_ => clock.GetUtcNow().UtcDateTime)];

    public double Load { get; set; } = 1;

    public int SeriesQueries { get; private set; }

    /// <summary>When set, every read gives it.</summary>
    public Error? Failure { get; set; }

    private DateTime Now => clock.GetUtcNow().UtcDateTime;

    public static Guid RouterId(int router) => new($"00000000-0000-7000-8000-0000000000{router:00}");

    public static Guid AccessId(int router, int line) => new($"00000000-0000-7000-9000-00000000{router:00}{line:00}");

    public void SetState(int router, RouterState state)
    {
        _states[router] = state;
        if (state == RouterState.Offline)
        {
            _alerts[router] = new AlertRow(RouterId(router), AlertKind.RouterUnreachable, AlertSeverity.Critical, AlertStatus.Open, RouterId(router), Places[router].Name, "routeros.unreachable", LinesPerRouter, Now.AddMinutes(-2), null, null, null, null, null, 1);
        }
        else
        {
            _alerts[router] = null;
        }
    }

    /// <summary>Publishes what a round of polls would.</summary>
    public void Poll()
    {
        for (var router = 0; router < Places.Length; router++)
        {
            if (_states[router] == RouterState.Online)
            {
                _goodAtUtc[router] = Now;
            }

            feed.Publish(MonitoringTopics.Router(RouterId(router)), SnapshotOf(router));
        }

        feed.Publish(MonitoringTopics.Totals, TotalsNow());
        feed.Publish(AlertTopics.Summary, SummaryNow());
    }

    /// <summary>Publishes one second of a watched line.</summary>
    public void Stream(Guid accessId, long? down, long? up, RateSource source = RateSource.Stream) =>
        feed.Publish(MonitoringTopics.Access(accessId), new AccessRate(accessId, Now, down, up, source));

    public Result<NetworkTotals?> Totals() => Failure is null ? TotalsNow() : Failure;

    public Result<RouterSnapshot?> Router(Guid routerId) => Failure is null ? SnapshotOf(IndexOf(routerId)) : Failure;

    public Result<RouterInterfaces?> Interfaces(Guid routerId) => (RouterInterfaces?)null;

    public Task<Result<SeriesResult>> QueryAsync(SeriesQuery query, CancellationToken cancellationToken)
    {
        SeriesQueries++;
        if (Failure is not null)
        {
            return Task.FromResult<Result<SeriesResult>>(Failure);
        }

        var step = (query.ToUtc - query.FromUtc) / Math.Min(query.MaxPoints, 240);
        var size = query.Subject.Kind == SeriesSubjectKind.Network ? 240_000_000.0 : 1_600_000.0;
        var share = query.Metric is Metric.UpBytes or Metric.RxBytes ? 0.17 : 1;
        var points = new List<SeriesPoint>();
        var number = 0;
        for (var at = query.FromUtc + step; at < query.ToUtc; at += step, number++)
        {
            // A stretch that was not read, to be seen as a gap.
            double? value = number is > 150 and < 165 ? null : size * share * (0.75 + (0.2 * Math.Sin(number / 17.0)) + (0.05 * Math.Sin(number * 1.7)));
            points.Add(new SeriesPoint(at, value, value * 1.1));
        }

        return Task.FromResult<Result<SeriesResult>>(new SeriesResult(step, points));
    }

    Task<Result<Page<AccessRow>>> IAccessDirectory.ListAsync(AccessFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        if (Failure is not null)
        {
            return Task.FromResult<Result<Page<AccessRow>>>(Failure);
        }

        var rows = Enumerable.Range(0, Places.Length).SelectMany(router => Enumerable.Range(0, LinesPerRouter).Select(line => RowOf(router, line)))
            .Where(row => (filter.Service is null || row.Service == filter.Service) && (page.SearchOrNull is null || row.Username.Contains(page.SearchOrNull, StringComparison.OrdinalIgnoreCase)));
        var sorted = (page.Sort == "router" ? rows.OrderBy(row => row.RouterName, StringComparer.Ordinal) : rows.OrderBy(row => row.Username, StringComparer.Ordinal)).ToList();
        if (page.Descending)
        {
            sorted.Reverse();
        }

        return Task.FromResult<Result<Page<AccessRow>>>(Page<AccessRow>.Of([.. sorted.Skip(page.Skip).Take(page.Take)], page, sorted.Count));
    }

    public Task<Result<AccessDetails>> GetAsync(Guid accessId, CancellationToken cancellationToken)
    {
        var index = Enumerable.Range(0, Places.Length * LinesPerRouter).Cast<int?>().FirstOrDefault(number => AccessId(number!.Value / LinesPerRouter, number.Value % LinesPerRouter) == accessId) ?? -1;
        var router = index < 0 ? -1 : index / LinesPerRouter;
        var line = index % LinesPerRouter;
        return Task.FromResult<Result<AccessDetails>>(router < 0 ? NetworkErrors.AccessNotFound
            : Failure is not null ? Failure
            : new AccessDetails(RowOf(router, line), _states[router] == RouterState.Online ? SessionOf(router, line) : null, Now.AddDays(-40)));
    }

    public Task<Result<Page<SessionHistoryRow>>> ListSessionsAsync(Guid accessId, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = Enumerable.Range(0, 23).Select(number => new SessionHistoryRow(
            AccessId(9, number), Places[0].Name, $"10.20.3.{17 + number}", "A4:5E:60:12:9B:" + number.ToString("X2", System.Globalization.CultureInfo.InvariantCulture),
            Now.AddHours(-76 - (30 * number)), number == 0 ? null : Now.AddHours(-76 - (30 * (number - 1))),
            number == 0 ? null : (SessionEndReason)(number % 4), number == 4 ? null : 18_300_000_000L + (number * 731_000_000L), number == 4 ? null : 2_110_000_000L)).ToList();
        return Task.FromResult<Result<Page<SessionHistoryRow>>>(Page<SessionHistoryRow>.Of([.. rows.Skip(page.Skip).Take(page.Take)], page, rows.Count));
    }

    Task<Result<Page<RouterRow>>> IRouterDirectory.ListAsync(RouterFilter filter, PageRequest page, CancellationToken cancellationToken) =>
        Task.FromResult<Result<Page<RouterRow>>>(Page<RouterRow>.Of([.. Enumerable.Range(0, Places.Length).Select(RouterRowOf)], page, Places.Length));

    Task<Result<RouterDetails>> IRouterDirectory.GetAsync(Guid routerId, CancellationToken cancellationToken) =>
        Task.FromResult<Result<RouterDetails>>(new RouterDetails(RouterRowOf(IndexOf(routerId)), "portal", null, null, null, null, Now.AddDays(-90)));

    public Task<Result<IReadOnlyList<RouterRow>>> ListPlacedAsync(CancellationToken cancellationToken) =>
        Task.FromResult(Failure is not null ? Failure : (Result<IReadOnlyList<RouterRow>>)Enumerable.Range(0, Places.Length).Select(RouterRowOf).ToArray());

    Task<Result<Page<AlertRow>>> IAlertDirectory.ListAsync(AlertFilter filter, PageRequest page, CancellationToken cancellationToken)
    {
        var rows = _alerts.OfType<AlertRow>().Where(alert => filter.SubjectId is null || alert.SubjectId == filter.SubjectId).ToArray();
        return Task.FromResult<Result<Page<AlertRow>>>(Page<AlertRow>.Of(rows, page, rows.Length));
    }

    Task<Result<AlertDetails>> IAlertDirectory.GetAsync(Guid alertId, CancellationToken cancellationToken) => Task.FromResult<Result<AlertDetails>>(AlertErrors.NotFound);

    public Task<Result> NoteAsync(Guid alertId, string note, CancellationToken cancellationToken) => Task.FromResult<Result>(AlertErrors.NotFound);

    public Task<Result<AlertSummary>> SummaryAsync(CancellationToken cancellationToken) => Task.FromResult<Result<AlertSummary>>(SummaryNow());

    public Task<Result> AcknowledgeAsync(Guid alertId, long? version, string? note, CancellationToken cancellationToken)
    {
        var router = IndexOf(alertId);
        if (_alerts[router] is not { } alert)
        {
            return Task.FromResult<Result>(AlertErrors.AlreadyResolved);
        }

        _alerts[router] = alert with { Status = AlertStatus.Acknowledged, AcknowledgedBy = "Sari Wulandari", AcknowledgedAtUtc = Now };
        feed.Publish(AlertTopics.Summary, SummaryNow());
        return Task.FromResult(Result.Success);
    }

    public Task<Result> ResolveAsync(Guid alertId, long? version, string note, CancellationToken cancellationToken) => Task.FromResult<Result>(AlertErrors.NotFound);

    public Task<IReadOnlyList<SearchHit>> FindAsync(string text, int limit, CancellationToken cancellationToken) =>
        Task.FromResult<IReadOnlyList<SearchHit>>([.. Enumerable.Range(0, Places.Length)
            .Select(router => new SearchHit("router", Places[router].Name, Places[router].Site, $"routers/{RouterId(router)}"))
            .Concat(Enumerable.Range(0, LinesPerRouter).Select(line => new SearchHit("access", Username(0, line), $"{Places[0].Name} · 10.20.3.{line}", $"subscribers/{AccessId(0, line)}")))
            .Where(hit => hit.Title.Contains(text, StringComparison.OrdinalIgnoreCase)).Take(limit)]);

    private static int IndexOf(Guid routerId) => Array.FindIndex([.. Enumerable.Range(0, Places.Length).Select(RouterId)], id => id == routerId);

    private static string Username(int router, int line) =>
        new[] { "budi.santoso", "siti.rahayu", "agus.wijaya", "dewi.lestari", "eko.prasetyo", "rina.marlina", "hendra.gunawan", "wati.kusuma" }[line % 8] + $"{(router * LinesPerRouter) + line:000}@isp";

    private long Down(int router, int line) => (long)(Load * (400_000 + (((line * 7919) + (router * 104_729)) % 1000 * 31_000L)));

    private SessionRow SessionOf(int router, int line) => new(
        AccessId(router, line), RouterId(router), Places[router].Name, AccessService.Pppoe, Username(router, line), $"10.2{router}.3.{line + 2}", $"A4:5E:60:12:9B:{line:X2}",
        Now.AddMinutes(-3 - (line * 97)), Down(router, line), Down(router, line) / 7, Now, _states[router] != RouterState.Online);

    private AccessRow RowOf(int router, int line) => new(
        AccessId(router, line), RouterId(router), Places[router].Name, line % 15 == 14 ? AccessService.Hotspot : AccessService.Pppoe, Username(router, line), line % 3 == 0 ? "home-30" : "home-20", null, true, false,
        _states[router] != RouterState.Online ? AccessPresence.Unknown : line % 13 == 12 ? AccessPresence.Offline : AccessPresence.Online, Now.AddSeconds(-4));

    private RouterRow RouterRowOf(int router) => new(
        RouterId(router), Places[router].Name, $"10.0.0.{router + 1}", 8728, false, Places[router].Site, Places[router].Latitude, Places[router].Longitude, _states[router],
        _states[router] == RouterState.Online ? null : "routeros.unreachable", Places[router].Name, "7.18.2", "CCR2004-1G-12S+2XS", 23, 41, TimeSpan.FromHours(700), LinesPerRouter, RouterDown(router), RouterDown(router) / 7, 2.4, _goodAtUtc[router], 1);

    private long? RouterDown(int router) => _states[router] == RouterState.Online ? Enumerable.Range(0, LinesPerRouter).Sum(line => Down(router, line)) : null;

    private RouterSnapshot SnapshotOf(int router) => new(
        RouterId(router), Places[router].Name, _states[router], Now, _goodAtUtc[router], Now.AddMinutes(-9), _states[router] == RouterState.Online ? null : "routeros.unreachable", null,
        new RouterHealth(Places[router].Name, "7.18.2", "CCR2004-1G-12S+2XS", "HD208Z", 23 + (router * 11), 1_700_000_000, 4_000_000_000, 90_000_000, TimeSpan.FromHours(700), 47, 24.1, _goodAtUtc[router]),
        LinesPerRouter, RouterDown(router), RouterDown(router) / 7, new PollingCost(18, 3600, 190_000, 2.4, 0, TimeSpan.FromSeconds(10), TimeSpan.FromSeconds(30), TimeSpan.FromMilliseconds(80)));

    private NetworkTotals TotalsNow()
    {
        var fresh = Enumerable.Range(0, Places.Length).Where(router => _states[router] == RouterState.Online).ToArray();
        var sessions = fresh.SelectMany(router => Enumerable.Range(0, LinesPerRouter).Select(line => SessionOf(router, line))).ToArray();
        return new NetworkTotals(
            Now,
            fresh.Length == 0 ? null : fresh.Sum(RouterDown),
            fresh.Length == 0 ? null : fresh.Sum(RouterDown) / 7,
            fresh.Length == 0 ? null : fresh.Length * LinesPerRouter,
            (Places.Length * LinesPerRouter) + 13,
            (Places.Length - fresh.Length) * LinesPerRouter,
            fresh.Length,
            _states.Count(state => state == RouterState.Warning),
            _states.Count(state => state == RouterState.Offline),
            _states.Count(state => state == RouterState.Unknown),
            [.. Enumerable.Range(0, Places.Length).Select(router => new RouterLine(RouterId(router), Places[router].Name, _states[router], LinesPerRouter, RouterDown(router), RouterDown(router) / 7, 23 + (router * 11), _goodAtUtc[router]))
                .OrderByDescending(line => line.DownBitsPerSecond ?? -1)],
            [.. sessions.OrderByDescending(session => session.DownBitsPerSecond).Take(10)],
            [.. sessions.Skip(3).Take(10).Select(session => new RateChange(session.AccessId, session.Username, session.RouterName, session.DownBitsPerSecond!.Value / 9, session.DownBitsPerSecond.Value))],
            [.. sessions.OrderByDescending(session => session.StartedAtUtc).Take(10)]);
    }

    private AlertSummary SummaryNow()
    {
        var alerts = _alerts.OfType<AlertRow>().ToArray();
        var open = alerts.Count(alert => alert.Status == AlertStatus.Open);
        return new AlertSummary(open, alerts.Length - open, alerts.Length == 0 ? null : AlertSeverity.Critical, alerts);
    }
}
