using IspPortal.Core.Alerts;
using IspPortal.Core.Alerts.Escalation;
using IspPortal.Core.Alerts.OnCall;
using IspPortal.Core.Alerts.Rules;
using IspPortal.Core.Identity;
using IspPortal.Core.Monitoring;
using IspPortal.Core.Monitoring.Series;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Alerts.Escalation;
using IspPortal.Infrastructure.Alerts.Incidents;
using IspPortal.Infrastructure.Alerts.Maintenance;
using IspPortal.Infrastructure.Alerts.OnCall;
using IspPortal.Infrastructure.Alerts.Rules;
using IspPortal.Infrastructure.Hosting;
using IspPortal.Infrastructure.Identity.Users;
using IspPortal.Infrastructure.Live;
using IspPortal.Infrastructure.Monitoring;
using IspPortal.Infrastructure.Series;
using IspPortal.Tests.Network.Provisioning;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using Testing = IspPortal.Infrastructure.Alerts.Rules;

namespace IspPortal.Tests.Alerts;

/// <summary>Two routers with three lines each, a rota of three people, and everything of alerts over a real database; polls and time are in the test's hand.</summary>
internal sealed class AlertRig : IAsyncDisposable
{
    public static readonly Guid Bekasi = new("01890000-0000-7000-8000-00000000b001");
    public static readonly Guid Depok = new("01890000-0000-7000-8000-00000000b002");
    public static readonly Guid Admin = new("01890000-0000-7000-8000-00000000a001");
    public static readonly Guid Noc = new("01890000-0000-7000-8000-00000000a002");
    public static readonly Guid Second = new("01890000-0000-7000-8000-00000000a003");

    private AlertRig(PortalDatabase database, ManualClock clock)
    {
        Database = database;
        Clock = clock;
        Board = new AlertBoard(database.Source, Feed);
        Store = new SeriesStore(new SqliteSeriesDatabase(Path.Combine(database.Options.DataDirectory, "series.db")), clock);
        Restart();
    }

    public PortalDatabase Database { get; }

    public ManualClock Clock { get; }

    public LiveFeed Feed { get; } = new(NullLogger<LiveFeed>.Instance);

    public AlertBoard Board { get; }

    public SeriesStore Store { get; }

    public AlertSettings Settings { get; set; } = new();

    public FixedCover Cover { get; } = new();

    public RecordingOutbox Outbox { get; } = new();

    public RuleBook Book { get; private set; } = default!;

    public AlertIncidents Incidents { get; private set; } = default!;

    public RuleEngine Engine { get; private set; } = default!;

    public RouterWatch Watch { get; private set; } = default!;

    public AlertTide Tide { get; private set; } = default!;

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    public static async Task<AlertRig> CreateAsync(string provider = "Sqlite")
    {
        var clock = new ManualClock();
        var rig = new AlertRig(await PortalDatabase.CreateAsync(provider, clock), clock);
        await rig.FurnishAsync();
        return rig;
    }

    public static Guid LineOf(Guid router, int number) => new(router == Bekasi ? 1 : 2, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0x99, (byte)number]);

    /// <summary>Everything that is kept in memory is forgotten, as when the portal dies and starts again.</summary>
    public void Restart()
    {
        Book = new RuleBook(Database.Source, [], Clock);
        Incidents = new AlertIncidents(Database.Source, Board, Book, new SettingsOf<AlertSettings>(() => Settings), [Cover], Clock);
        Engine = new RuleEngine(Book, Incidents, new SubjectNames(Database.Source), Database.Source, Clock);
        Watch = new RouterWatch(Incidents, Book);
        Tide = new AlertTide(Database.Source, Incidents, Board, Book, new SettingsOf<AlertSettings>(() => Settings), [Cover], Clock);
    }

    public OnCallReading People() => new(new SettingsOf<CompanySettings>(() => new()));

    public AlertEscalation Escalation()
    {
        var words = new AlertWords(People(), new PortalAddress(Options.Create(new PortalAddressOptions { PublicAddress = "https://portal.test" }), new ServiceCollection().BuildServiceProvider()));
        return new AlertEscalation(Database.Source, Book, People(), Outbox, words, Clock);
    }

    public AlertDesk Desk() => new(Database.Factory, Board, Incidents, Watch, Actor(), Clock);

    public AlertDirectory Directory() => new(Database.Factory, Board, Actor());

    public MaintenanceDesk Maintenance() => new(Database.FactoryAs(Actor().Actor), Actor(), Clock);

    public Testing.AlertRules Rules(params string[] permissions)
    {
        var actor = permissions.Length > 0 ? new TestActor(permissions) : Actor();
        return new(Database.FactoryAs(actor.Actor), Book, Engine, Incidents, new RulePreviewer(Engine, Book, new SubjectNames(Database.Source), new SeriesReader(Store, actor), Clock), actor, Clock);
    }

    public AlertPolicies Policies() => new(Database.FactoryAs(Actor().Actor), Book, Actor());

    public OnCallDesk OnCall(Guid? user = null) => new(Database.FactoryAs(Actor().Actor), People(), new TestActor(user ?? Noc, AlertPermissions.AlertsRead, AlertPermissions.AlertsConfigure), new FixedDay(Clock), Clock);

    /// <summary>A good poll of a router: its figures, and that it is online.</summary>
    public async Task PollAsync(Guid router, params (SeriesSubject Subject, Metric Metric, double Value)[] figures)
    {
        var batch = new SeriesBatch(router, Clock.NowUtc, [.. figures.Select(f => new SeriesSample(f.Subject, f.Metric, f.Value, TimeSpan.FromSeconds(10)))]);
        await Store.AppendAsync(batch, Token);
        await Engine.ObservedAsync(batch, Token);
        await TellAsync(router, RouterState.Online);
    }

    /// <summary>A poll of a router that found it offline.</summary>
    public Task LoseAsync(Guid router) => TellAsync(router, RouterState.Offline);

    /// <summary>Time passes, and the jobs run each ten seconds of it.</summary>
    public async Task PassAsync(TimeSpan time)
    {
        for (var until = Clock.NowUtc + time; Clock.NowUtc < until;)
        {
            Clock.Advance(TimeSpan.FromSeconds(10));
            await Tide.TurnAsync(Token);
            await Escalation().RunAsync(Token);
        }
    }

    public async Task<List<AlertIncident>> AllAsync()
    {
        await using var context = Database.Open();
        return await context.Set<AlertIncident>().AsNoTracking().OrderBy(a => a.OpenedAtUtc).ThenBy(a => a.Id).ToListAsync(Token);
    }

    public async Task<List<AlertIncident>> OpenAsync() => [.. (await AllAsync()).Where(a => a.OpenKey is not null)];

    public async Task AddRuleAsync(Guid id, SaveAlertRuleRequest rule) => Assert.Null((await Rules().AddAsync(id, rule, Token)).Error);

    public async ValueTask DisposeAsync()
    {
        Store.Dispose();
        await Database.DisposeAsync();
    }

    private static TestActor Actor() => new([.. RolePermissions.All]);

    private async Task TellAsync(Guid router, RouterState state)
    {
        var snapshot = new RouterSnapshot(router, router == Bekasi ? "RTR-BEKASI" : "RTR-DEPOK", state, Clock.NowUtc, null, Clock.NowUtc, state == RouterState.Online ? null : "routeros.silent", null, null, 3, null, null, null);
        await Watch.PolledAsync(snapshot, Token);
        await Engine.PolledAsync(snapshot, Token);
    }

    private async Task FurnishAsync()
    {
        await new SeedAlertRules(Database.Source, Clock).StartAsync(Token);
        await using var context = Database.Open();
        foreach (var (id, name, site) in ((Guid, string, string)[])[(Bekasi, "RTR-BEKASI", "Bekasi"), (Depok, "RTR-DEPOK", "Depok")])
        {
            context.Add(new Router { Id = id, Name = name, NameKey = name, Host = "127.0.0.1", Port = 1, AddressKey = name, Username = "x", Password = "x", Site = site, Enabled = true, CreatedAtUtc = Clock.NowUtc });
            foreach (var n in Enumerable.Range(1, 3))
            {
                context.Add(new AccessAccount { Id = LineOf(id, n), RouterId = id, Username = $"{site.ToLowerInvariant()}{n}", SearchKey = $"{site}{n}", IsOwned = true, FirstSeenAtUtc = Clock.NowUtc });
            }
        }

        context.Add(NewUser.Of(Admin, "admin@test.id", "Ayu Lestari", [PortalRoles.Administrator], "en", Clock));
        context.Add(NewUser.Of(Noc, "noc@test.id", "Bagus Pratama", [PortalRoles.NocOperator], "id", Clock));
        context.Add(NewUser.Of(Second, "second@test.id", "Dimas Saputra", [PortalRoles.NocOperator], "en", Clock));
        context.Add(new OnCallSchedule { Id = OnCallSchedule.TheOne, StartsOn = new DateOnly(2026, 11, 16), HandOverAt = new TimeOnly(8, 0), Weeks = 1, Members = AlertRule.Join([Noc]) });
        var urgent = await context.Set<AlertPolicy>().SingleAsync(p => p.Id == BuiltInRules.UrgentPolicy, Token);
        urgent.Steps = AlertPolicy.Write([new() { OnCall = true }, new() { AfterMinutes = 15, Roles = [PortalRoles.NocOperator] }, new() { AfterMinutes = 30, UserIds = [Admin] }]);
        await context.SaveChangesAsync(Token);
    }
}
