using System.Text.Json;
using IspPortal.Core.Common.Results;
using IspPortal.Core.Identity;
using IspPortal.Core.Lab;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Drift;
using IspPortal.Core.Network.Imports;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Settings;
using IspPortal.Infrastructure.Audit;
using IspPortal.Infrastructure.Lab;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Drift;
using IspPortal.Infrastructure.Network.Events;
using IspPortal.Infrastructure.Network.Imports;
using IspPortal.Infrastructure.Network.Pairs;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.Plans;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.Subscriptions;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;
using ImportsService = IspPortal.Infrastructure.Network.Imports.Imports;

namespace IspPortal.Tests.Network.Provisioning;

/// <summary>Emulated routers over real TCP, a real database and the services that plan and apply, with the pump running.</summary>
internal sealed class ProvisioningRig : IAsyncDisposable
{
    public static readonly Actor Noc = new(
        ActorKind.User,
        TestActor.UserId,
        "noc@isp.test",
        [NetworkPermissions.RoutersRead, NetworkPermissions.RoutersApply, NetworkPermissions.AccessesWrite, NetworkPermissions.SessionsRead],
        null);

    /// <summary>For the TCP connection, and again for the login.</summary>
    public static readonly TimeSpan ConnectTimeout = TimeSpan.FromSeconds(2);

    /// <summary>The longest that a router may say nothing while it answers.</summary>
    public static readonly TimeSpan Silence = TimeSpan.FromSeconds(4);

    private readonly List<RouterOsPool> _pools = [];
    private readonly CancellationTokenSource _stop = new();
    private readonly TimeProvider _planning;
    private PlanPump _pump;

    private ProvisioningRig(LabRouters lab, PortalDatabase database, TimeProvider planning)
    {
        _planning = planning;
        Lab = lab;
        Database = database;
        (_pump, Plans, Editor) = Build();
    }

    public LabRouters Lab { get; }

    public PortalDatabase Database { get; }

    public IAccessPlans Plans { get; private set; }

    public RouterClients Clients { get; private set; } = null!;

    public IRouterContentsReader Reader { get; private set; } = null!;

    public IPlanDrafts Drafts { get; private set; } = null!;

    /// <summary>Asked before anything is written; the first is observe mode.</summary>
    public IReadOnlyList<IRouterWriteGuard> Guards { get; private set; } = [];

    public IAccessEditor Editor { get; private set; }

    public IImports Imports { get; private set; } = default!;

    public IDrift Drift { get; private set; } = default!;

    public IObserveMode Observe { get; private set; } = default!;

    public RouterReconciler Reconciler { get; private set; } = default!;

    public IRouterPairs Pairs { get; private set; } = default!;

    public CleanUpDrafts CleanUps { get; private set; } = default!;

    /// <summary>What the portal thinks it read of routers; nothing, unless a test says so.</summary>
    public NothingLive Live { get; } = new();

    public ProvisioningSettings Settings { get; set; } = new() { RequestsPerSecond = 500 };

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    /// <summary>Routers with the isolir kit proven; sessions redial within a second unless habits say otherwise. <paramref name="planning"/> says which day it is for what is compared.</summary>
    public static async Task<ProvisioningRig> StartAsync(
        IReadOnlyList<string> versions, int sessions = 20, string provider = "Sqlite", ModemHabits? habits = null, PortalDatabase? database = null, bool pumps = true, TimeProvider? planning = null)
    {
        var quick = ModemHabits.Steady with { RedialFrom = TimeSpan.FromMilliseconds(200), RedialTo = TimeSpan.FromMilliseconds(600) };
        var rig = new ProvisioningRig(LabRouters.Start(versions, sessions, habits: habits ?? quick), database ?? await PortalDatabase.CreateAsync(provider), planning ?? TimeProvider.System);
        await using var context = rig.Database.Open();
        for (var i = 0; i < rig.Lab.Routers.Count; i++)
        {
            var router = rig.Lab.Routers[i];
            context.Add(new Router
            {
                Id = RouterId(i),
                Name = router.Name,
                NameKey = Router.KeyOf(router.Name),
                Host = "127.0.0.1",
                Port = router.Port,
                AddressKey = Router.KeyOf("127.0.0.1", router.Port),
                Username = LabRouters.User,
                Password = LabRouters.Password,
                Enabled = true,
                IsolirProvenAtUtc = DateTime.UnixEpoch,
                CreatedAtUtc = DateTime.UnixEpoch,
            });
        }

        await context.SaveChangesAsync(Token);
        if (pumps)
        {
            await rig._pump.StartAsync(Token);
        }

        return rig;
    }

    public static Guid RouterId(int index) => new(index + 1, 0, 0x7000, [0x80, 0, 0, 0, 0, 0, 0, 0]);

    /// <summary>The services fall with their connections, in this process, and others start on the same database. A real kill is in <see cref="KillingThePortalTests"/>.</summary>
    public async Task RestartAsync()
    {
        foreach (var pool in _pools)
        {
            await pool.DisposeAsync();
        }

        _pools.Clear();
        await _pump.StopAsync(Token);
        await using (var context = Database.Open())
        {
            // What a killed process leaves: its leases run out.
            await context.Set<AccessPlanRouter>().ExecuteUpdateAsync(set => set.SetProperty(p => p.LeasedUntilUtc, (DateTime?)null).SetProperty(p => p.NextTryAtUtc, (DateTime?)null), Token);
        }

        (_pump, Plans, Editor) = Build();
        await _pump.StartAsync(Token);
    }

    /// <summary>Adds a PPPoE line with the profile HOME-20 on the router.</summary>
    public async Task<Guid> AddLineAsync(string username, int router = 0, string profile = "HOME-20", string? password = "rahasia", int? twin = null)
    {
        var added = await Editor.AddAsync(
            new SaveAccessRequest(RouterId(router), AccessService.Pppoe, username, password, profile, Note: $"Pelanggan {username}", TwinRouterId: twin is { } t ? RouterId(t) : null), Token);
        Assert.Null(added.Error);
        return added.Value;
    }

    /// <summary>Makes the first two routers a pair, or gives their pair another mode.</summary>
    public async Task PairAsync(PairMode mode) => Assert.Null((await TryPairAsync(0, 1, mode)).Error);

    /// <summary>Takes a router out of the portal.</summary>
    public Task<Result> RemoveRouterAsync(int router, bool endLines = false, params string[] permissions) =>
        RoutersAs(new FixedActor(Noc with { Permissions = [.. permissions.Length > 0 ? permissions : [NetworkPermissions.RoutersWrite, NetworkPermissions.AccessesWrite]] }))
            .RemoveAsync(RouterId(router), "sold", endLines, Token);

    /// <summary>Saves a router with that partner, or none.</summary>
    public async Task<Result> TryPairAsync(int router, int? partner, PairMode mode)
    {
        var actor = new FixedActor(Noc with { Permissions = [NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite] });
        var details = (await new RouterDirectory(Database.FactoryAs(actor.Actor), actor, Live).GetAsync(RouterId(router), Token)).Value;
        return await RoutersAs(actor).UpdateAsync(
            RouterId(router),
            details.Row.Version,
            new SaveRouterRequest(details.Row.Name, details.Row.Host, details.Row.Port, false, details.Username, null) { TwinRouterId = partner is { } index ? RouterId(index) : null, TwinMode = mode },
            Token);
    }

    /// <summary>Somebody makes a secret on a router by hand.</summary>
    public async Task AddByHandAsync(string username, int router, string password = "lain", string comment = "")
    {
        var client = (await Clients.GetAsync(RouterId(router), Token)).Value;
        var added = await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/add").With("name", username).With("password", password).With("profile", "HOME-20").With("service", "pppoe").With("comment", comment), Token);
        Assert.Null(added.Error);
    }

    /// <summary>An account of that name was seen on a router; gives its id.</summary>
    public async Task<Guid> DiscoverAsync(string username, int router)
    {
        var account = new AccessAccount
        {
            Id = Guid.CreateVersion7(),
            RouterId = RouterId(router),
            Service = AccessService.Pppoe,
            Username = username,
            SearchKey = AccessAccount.SearchKeyOf(username, null),
            FirstSeenAtUtc = DateTime.UnixEpoch,
        };
        await using var context = Database.Open();
        context.Add(account);
        await context.SaveChangesAsync(Token);
        return account.Id;
    }

    /// <summary>Gives lines a fixed address.</summary>
    public async Task SetAddressAsync(string address, params Guid[] accessIds)
    {
        await using var context = Database.Open();
        await context.Set<DesiredAccessRecord>().Where(w => accessIds.Contains(w.AccessId)).ExecuteUpdateAsync(set => set.SetProperty(w => w.FixedAddress, address), Token);
    }

    /// <summary>Plans for lines, applies and waits for the end; gives the plan.</summary>
    public async Task<AccessPlanDetails> ApplyAsync(params Guid[] accessIds)
    {
        var planId = await PlanAsync(accessIds);
        return await ApplyPlanAsync(planId);
    }

    public async Task<Guid> PlanAsync(params Guid[] accessIds)
    {
        var created = await Plans.CreateAsync(new CreateAccessPlanRequest(accessIds, null), Token);
        Assert.Null(created.Error);
        return created.Value;
    }

    public async Task<AccessPlanDetails> ApplyPlanAsync(Guid planId)
    {
        await BeginAsync(planId);
        return await EndOfAsync(planId);
    }

    public async Task BeginAsync(Guid planId) =>
        Assert.Null((await Plans.ApplyAsync(planId, (await Plans.GetAsync(planId, Token)).Value.Row.Version, Token)).Error);

    public Task<AccessPlanDetails> EndOfAsync(Guid planId) =>
        WaitForAsync(async () => (await Plans.GetAsync(planId, Token)).Value, plan => plan.Row.State is not (AccessPlanState.Applying or AccessPlanState.Draft), TimeSpan.FromMinutes(3));

    public static async Task<T> WaitForAsync<T>(Func<Task<T>> read, Func<T, bool> condition, TimeSpan? limit = null)
    {
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(Token);
        deadline.CancelAfter(limit ?? TimeSpan.FromMinutes(2));
        while (true)
        {
            var value = await read();
            if (condition(value))
            {
                return value;
            }

            if (deadline.IsCancellationRequested)
            {
                Assert.Fail($"It never came true; at the end: {JsonSerializer.Serialize(value)}");
            }

            await Task.Delay(20, Token);
        }
    }

    /// <summary>An item of a router as the router holds it, or null.</summary>
    public Dictionary<string, string?>? Find(string menu, string name, int router = 0)
    {
        var world = Lab.Routers[router].World;
        lock (world.Gate)
        {
            var table = world.Menu(menu);
            return table.ByName(name) is { } row ? table.Properties.Select((p, i) => (p.Name, Value: row.Values[i])).ToDictionary(p => p.Name, p => p.Value) : null;
        }
    }

    /// <summary>How many items of a menu carry a tag of the portal.</summary>
    public int Owned(string menu, int router = 0)
    {
        var world = Lab.Routers[router].World;
        lock (world.Gate)
        {
            var table = world.Menu(menu);
            return table.Items.Count(i => OwnershipTag.TextOf(table.Get(i, "comment")) is not null);
        }
    }

    /// <summary>How many PPPoE sessions of users named <c>kill-…</c> are live on the first router.</summary>
    public int LiveSessions => OnFirst(world => world.Access.Ppp.Count(s => s.User.StartsWith("kill-", StringComparison.Ordinal)));

    /// <summary>How many PPPoE sessions of the first router run at that download speed.</summary>
    public int SessionsAt(long downBitsPerSecond) => OnFirst(world => world.Access.Ppp.Count(s => s.Rate?.Down == downBitsPerSecond));

    /// <summary>How many PPPoE sessions ever began on the first router, once everybody is online.</summary>
    public long SessionStarts => OnFirst(world => world.Access.Ppp.Max(s => (long)s.SessionId));

    /// <summary>How many secrets of the portal on the first router have that profile.</summary>
    public int WithProfile(string profile) => OnFirst(world =>
    {
        var secrets = world.Menu(RouterMenus.PppSecret);
        return secrets.Items.Count(i => secrets.Get(i, "profile") == profile && OwnershipTag.TextOf(secrets.Get(i, "comment")) is not null);
    });

    /// <summary>Changes an item behind the portal's back.</summary>
    public void Change(string menu, string name, string property, string value, int router = 0)
    {
        var world = Lab.Routers[router].World;
        lock (world.Gate)
        {
            var table = world.Menu(menu);
            table.Set(table.ByName(name)!, property, value);
        }
    }

    /// <summary>Somebody changes the router in Winbox: the router's log tells.</summary>
    public async Task EditAsync(string user, string command, params (string Name, string Value)[] arguments) => Assert.Null((await new LabControl { Network = Lab.Network }.EditAsync(
        Lab.Router.Name, new LabEdit(user, "10.0.0.9", command, arguments.ToDictionary(a => a.Name, a => a.Value)), Token)).Error);

    /// <summary>The address and the isolir list of a live PPPoE session, or null when it is offline.</summary>
    public (string Address, string? List)? Session(string username, int router = 0)
    {
        var world = Lab.Routers[router].World;
        lock (world.Gate)
        {
            world.Advance();
            return world.Access.Ppp.FirstOrDefault(s => s.User == username) is { } session ? (session.Address, session.AddressList) : null;
        }
    }

    public async ValueTask DisposeAsync()
    {
        await _pump.StopAsync(CancellationToken.None);
        foreach (var pool in _pools)
        {
            await pool.DisposeAsync();
        }

        await Lab.DisposeAsync();
        await Database.DisposeAsync();
        _stop.Dispose();
    }

    private RouterEditor RoutersAs(FixedActor actor) => new(Database.FactoryAs(actor.Actor), actor, [], new RouterProbe(_pools[^1], TimeProvider.System), TimeProvider.System);

    private T OnFirst<T>(Func<RouterWorld, T> read)
    {
        var world = Lab.Router.World;
        lock (world.Gate)
        {
            world.Advance();
            return read(world);
        }
    }

    private (PlanPump Pump, IAccessPlans Plans, IAccessEditor Editor) Build()
    {
        var clock = TimeProvider.System;
        var source = Database.Source;
        var pool = new RouterOsPool(Options.Create(new RouterOsOptions { Silence = Silence, ConnectTimeout = ConnectTimeout }), clock, NullLogger<RouterOsPool>.Instance);
        _pools.Add(pool);
        var clients = new RouterClients(source, pool);
        var reader = new RouterContentsReader(clients, clock);
        var placements = new PlacementWriter(source, clock);
        var desired = new DesiredAccesses(source, new SubscriptionLineProfiles());
        var maker = new RouterPlanMaker(desired, reader, placements, _planning);
        var settings = new SettingsOf<ProvisioningSettings>(() => Settings);
        IRouterWriteGuard[] guards = [new ObserveModeGuard(source, settings)];
        (Clients, Reader, Guards) = (clients, reader, guards);
        var unread = new UnreadParts(source, maker, settings);
        var runner = new PlanPartRunner(
            source, unread, new BatchSender(clients, reader, clock), new IsolirStepGuard(source), new StaleStepGuard(desired, _planning), placements, guards, settings, Live, new SettingsOf<CompanySettings>(() => new()), clock);
        var pump = new PlanPump(source, runner, clock, NullLogger<PlanPump>.Instance);
        var factory = Database.FactoryAs(Noc);
        var actor = new FixedActor(Noc);
        var drafts = new PlanDrafts(factory, actor, settings, clock);
        Drafts = drafts;
        var desk = new PairDesk(new PairPlanner(factory, maker, drafts, settings), new PairBook(factory, clock));
        var plans = new AccessPlans(
            factory, actor, maker, drafts, new PlanUndo(source, reader, drafts, [new PairUndo(factory, actor, desk)]), new AccessPlanDirectory(factory), pump, guards, settings, clock);
        var taker = new AccessTaker(factory, clock);
        Reconciler = new RouterReconciler(
            source, maker, settings, new DriftAuthorFinder(new RouterLogHarvest(source, clients, new NothingLive(), clock)),
            new SubscriptionLinePrices(source, new PlanCalendar(new SettingsOf<CompanySettings>(() => new()), clock)), clock);
        Imports = new ImportsService(factory, actor, new ImportReader(source, reader, settings), new ImportDirectory(factory, settings), taker, settings, clock);
        Drift = new DriftDesk(factory, actor, new DriftDirectory(factory), Reconciler, new DriftAdopter(factory, Reconciler, taker, settings), drafts, clock);
        Observe = new ObserveMode(factory, actor, settings, clock);
        Pairs = new RouterPairs(factory, actor, desk, Live);
        CleanUps = new CleanUpDrafts(source, unread, Live, clock);
        return (pump, plans, new AccessEditor(factory, actor, new AuditWriter(factory), clock));
    }

    internal sealed class FixedActor(Actor actor) : ICurrentActor
    {
        public Actor Actor { get; } = actor;
    }
}
