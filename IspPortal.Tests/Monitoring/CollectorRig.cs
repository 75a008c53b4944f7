using IspPortal.Core.Alerts;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Monitoring.Collection;
using IspPortal.Infrastructure.Monitoring.Relay;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.Monitoring;

/// <summary>Emulated routers over real TCP, a real database, and collectors that run when the test says so, on a fast clock.</summary>
internal sealed class CollectorRig : IAsyncDisposable
{
    private readonly Dictionary<Guid, RouterCollector> _collectors = [];
    private readonly SqliteSeriesDatabase _seriesDatabase;
    private readonly PatientPool _pool;
    private readonly TotalsPublisher _totals;

    private CollectorRig(LabRouters lab, PortalDatabase database, TimeProvider clock, double speed, bool useTls, TimeSpan? keepBytesEvery)
    {
        Lab = lab;
        Database = database;
        Clock = clock;
        UseTls = useTls;
        _seriesDatabase = new SqliteSeriesDatabase(Path.Combine(database.Options.DataDirectory, "series.db"));
        Series = new SeriesStore(_seriesDatabase, clock);
        _pool = new PatientPool(clock, PatientPool.For(speed));
        _totals = new TotalsPublisher(Network, Feed, Series, clock, NullLogger<TotalsPublisher>.Instance);
        Board = new AlertBoard(database.Source, Feed);
        Rules = new RuleBook(database.Source, [], clock);
        Incidents = new AlertIncidents(database.Source, Board, Rules, new SettingsOf<AlertSettings>(() => new()), [], clock);
        Watch = new RouterWatch(Incidents, Rules);
        Services = new CollectorServices(
            _pool, Network, Feed, new ObservedSeriesStore(Series, () => Observers, NullLogger<ObservedSeriesStore>.Instance), _totals, new CollectionWriter(database.Source, clock),
            new RouterRelay(database.Source, Network, Feed, _totals, clock), new SharedLines(database.Source, Network), [Watch], clock, NullLogger<RouterCollector>.Instance)
        {
            KeepBytesEvery = keepBytesEvery ?? TimeSpan.FromMinutes(5),
        };
    }

    public LabRouters Lab { get; }

    public PortalDatabase Database { get; }

    public TimeProvider Clock { get; }

    public bool UseTls { get; }

    public LiveNetwork Network { get; } = new();

    public LiveFeed Feed { get; } = new(NullLogger<LiveFeed>.Instance);

    public SeriesStore Series { get; }

    /// <summary>Told of every stored batch; to be filled before the first poll.</summary>
    public List<ISampleObserver> Observers { get; } = [];

    public AlertBoard Board { get; }

    public RuleBook Rules { get; }

    public AlertIncidents Incidents { get; }

    public RouterWatch Watch { get; }

    public CollectorServices Services { get; }

    public MonitoringSettings Settings { get; set; } = new();

    public NetworkTotals Totals => _totals.Sum();

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<CollectorRig> StartAsync(
        string version = "7.18",
        int sessions = 20,
        int routers = 1,
        ModemHabits? habits = null,
        double speed = 10,
        bool useTls = false,
        string provider = "Sqlite",
        TimeSpan? keepBytesEvery = null,
        int radioClients = 0)
    {
        var clock = new AcceleratedClock(speed);
        var database = await PortalDatabase.CreateAsync(provider, clock);
        var lab = LabRouters.Start(version, sessions, routers, clock, habits, radioClients: radioClients);
        var rig = new CollectorRig(lab, database, clock, speed, useTls, keepBytesEvery);
        foreach (var router in lab.Routers)
        {
            await rig.AddAsync(router.Name, "127.0.0.1", useTls ? router.TlsPort : router.Port);
        }

        return rig;
    }

    public async Task<Guid> AddAsync(string name, string host, int port, string user = LabRouters.User, string password = LabRouters.Password, bool? useTls = null)
    {
        var id = new Guid(_collectors.Count + 1, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);
        await using var context = Database.Open();
        context.Add(new Router
        {
            Id = id,
            Name = name,
            NameKey = Router.KeyOf(name),
            Host = host,
            Port = port,
            // Some tests let several accounts of one emulated router pass for routers of their own.
            AddressKey = Router.KeyOf($"{host} {name}", port),
            UseTls = useTls ?? UseTls,
            Username = user,
            Password = password,
            Enabled = true,
            CreatedAtUtc = Clock.GetUtcNow().UtcDateTime,
        });
        await context.SaveChangesAsync(Token);
        var target = new RouterTarget(id, name, new RouterEndpoint(id, host, port, useTls ?? UseTls, user, password, null), null, null);
        _collectors[id] = new RouterCollector(target, Services);
        return id;
    }

    public Guid RouterId(int index = 0) => _collectors.Keys.ElementAt(index);

    public RouterCollector Collector(int index = 0) => _collectors.Values.ElementAt(index);

    /// <summary>A process that died, and a new one: nothing more was written.</summary>
    public async Task KillAsync(int index = 0)
    {
        var old = Collector(index);
        await old.AbandonAsync(Token);
        await old.DisposeAsync();
        Network.Remove(old.Target.Id);
        _collectors[old.Target.Id] = new RouterCollector(old.Target, Services);
    }

    /// <summary>A new process: another collector that knows only what the database does.</summary>
    public async Task RestartAsync(int index = 0)
    {
        var old = Collector(index);
        await old.HandOverAsync(Token);
        await old.DisposeAsync();
        _collectors[old.Target.Id] = new RouterCollector(old.Target, Services);
    }

    public Task<Error?> PollAsync(int index = 0) => Collector(index).RunAsync(Settings, Token);

    /// <summary>Polls every so many seconds of the rig's clock.</summary>
    public async Task PollAsync(int times, double seconds, int index = 0)
    {
        for (var i = 0; i < times; i++)
        {
            Assert.Null(await PollAsync(index));
            await PassAsync(seconds);
        }
    }

    /// <summary>Lets time of the rig's clock pass; the emulated routers live meanwhile.</summary>
    public Task PassAsync(double seconds) => Task.Delay(TimeSpan.FromSeconds(seconds), Clock, Token);

    /// <summary>Ends a PPP session on the first router, as a lost line would.</summary>
    public void Kick(string username)
    {
        var world = Lab.Router.World;
        lock (world.Gate)
        {
            world.Access.Kick(world.Access.Ppp.Single(s => s.User == username));
        }
    }

    public RouterView View(int index = 0) => Network.Find(RouterId(index))!;

    public async Task<List<AccessAccount>> AccessesAsync()
    {
        await using var context = Database.Open();
        return await context.Set<AccessAccount>().AsNoTracking().ToListAsync(Token);
    }

    public async Task<List<SessionRecord>> RecordsAsync()
    {
        await using var context = Database.Open();
        return await context.Set<SessionRecord>().AsNoTracking().OrderBy(s => s.StartedAtUtc).ToListAsync(Token);
    }

    /// <summary>Polls a condition until it holds or a real minute is over.</summary>
    public static async Task UntilAsync(Func<bool> holds, string what)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(TimeSpan.FromSeconds(60));
        while (!holds())
        {
            Assert.False(deadline.IsCancellationRequested, $"It never came to be that {what}.");
            await Task.Delay(10, Token);
        }
    }

    public static Actor Anyone(params string[] permissions) => new(ActorKind.User, Guid.Empty, "test@isp.test", [.. permissions], null);

    public async ValueTask DisposeAsync()
    {
        foreach (var collector in _collectors.Values)
        {
            await collector.DisposeAsync();
        }

        Services.Relay.Dispose();
        _totals.Dispose();
        await _pool.DisposeAsync();
        await Lab.DisposeAsync();
        Series.Dispose();
        _seriesDatabase.Release();
        await Database.DisposeAsync();
    }
}
