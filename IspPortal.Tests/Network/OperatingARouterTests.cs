using IspPortal.Core.Audit;
using IspPortal.Core.Common.Paging;
using IspPortal.Core.Identity;
using IspPortal.Core.Lab;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Operations;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Audit;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Operations;
using IspPortal.Infrastructure.Network.Provisioning;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Tests.Monitoring;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Network;

/// <summary>Tables, actions and tools over real TCP.</summary>
public sealed class OperatingARouterTests
{
    private static readonly PageRequest First = new(1, 100);

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("6.49")]
    [InlineData("7.12")]
    [InlineData("7.24")]
    public async Task Every_table_is_read_and_none_holds_a_password(string version)
    {
        await using var scene = await Scene.StartAsync(version);
        foreach (var table in RouterTables.All)
        {
            var read = await scene.Tables.ReadAsync(scene.RouterId, table.Key, First, Token);
            Assert.Null(read.Error);
            Assert.DoesNotContain(read.Value.Page.Items.SelectMany(row => row.Values), value => scene.Passwords.Contains(value!));
        }

        var secrets = (await scene.Tables.ReadAsync(scene.RouterId, "secrets", First, Token)).Value;
        Assert.Equal(scene.Count("/ppp/secret"), secrets.Page.TotalCount);
        Assert.All(secrets.Page.Items, row => Assert.False(row.IsOwned));
    }

    [Fact]
    public async Task A_table_is_searched_sorted_and_paged_from_one_reading()
    {
        await using var scene = await Scene.StartAsync("7.18", sessions: 30);
        var all = (await scene.Tables.ReadAsync(scene.RouterId, "active", new PageRequest(1, 100, Sort: "address"), Token)).Value.Page;
        var addresses = all.Items.Select(row => System.Net.IPAddress.Parse(row.Values[2]!).GetAddressBytes().Aggregate(0L, (sum, part) => (sum << 8) + part)).ToList();
        Assert.Equal(addresses.Order(), addresses);
        scene.Lab.Router.Throw(new LabFault(LabFaultKind.SilentDrop));
        var second = (await scene.Tables.ReadAsync(scene.RouterId, "active", new PageRequest(2, 5, Sort: "address"), Token)).Value.Page;
        Assert.Equal(all.Items.Skip(5).Take(5).Select(row => row.Name), second.Items.Select(row => row.Name));
        var one = (await scene.Tables.ReadAsync(scene.RouterId, "active", new PageRequest(Search: all.Items[3].Values[3]), Token)).Value.Page;
        Assert.Equal(all.Items[3].Name, Assert.Single(one.Items).Name);
    }

    [Fact]
    public async Task A_read_that_is_cut_is_an_error_and_never_an_empty_table()
    {
        await using var scene = await Scene.StartAsync("7.18", sessions: 30);
        scene.Lab.Router.Throw(new LabFault(LabFaultKind.ResetMidTable));
        var read = await scene.Tables.ReadAsync(scene.RouterId, "secrets", First, Token);
        Assert.StartsWith("routeros.", read.Error!.Code, StringComparison.Ordinal);
        Assert.Equal("operations.no_such_table", (await scene.Tables.ReadAsync(scene.RouterId, "passwords", First, Token)).Error!.Code);
    }

    [Fact]
    public async Task A_kick_ends_the_session_is_audited_and_says_when_there_is_none()
    {
        await using var scene = await Scene.StartAsync("7.18", habits: ModemHabits.Steady with { RedialFrom = TimeSpan.FromMinutes(5), RedialTo = TimeSpan.FromMinutes(6) });
        var user = scene.Users("/ppp/active")[0];
        var access = await scene.AddAccessAsync(user, AccessService.Pppoe);
        Assert.Equal(1, (await scene.Operations.KickAsync(access, null, Token)).Value);
        Assert.DoesNotContain(user, scene.Users("/ppp/active"));
        Assert.Equal("operations.no_session", (await scene.Operations.KickAsync(access, null, Token)).Error!.Code);
        await using var context = scene.Database.Open();
        Assert.Contains(user, (await context.Set<AuditEntry>().SingleAsync(a => a.Action == "session_kicked", Token)).AfterJson!, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_session_that_is_ended_in_the_table_stands_at_its_line_in_the_audit()
    {
        await using var scene = await Scene.StartAsync("7.18");
        var users = scene.Users("/ppp/active").Take(2).ToList();
        var access = await scene.AddAccessAsync(users[0], AccessService.Pppoe);
        Assert.True((await scene.Operations.KickItemAsync(scene.RouterId, new RouterItemRequest("active", users[0]), Token)).Succeeded);
        Assert.True((await scene.Operations.KickItemAsync(scene.RouterId, new RouterItemRequest("active", users[1]), Token)).Succeeded);

        await using var context = scene.Database.Open();
        var kicks = await context.Set<AuditEntry>().Where(a => a.Action == KickAudit.Action).OrderBy(a => a.Id).ToListAsync(Token);
        Assert.Equal([(KickAudit.Entity, access.ToString()), ("router", scene.RouterId.ToString())], kicks.Select(k => (k.Entity, k.EntityId)));
        Assert.All(kicks.Zip(users), pair => Assert.Contains(pair.Second, pair.First.AfterJson!, StringComparison.Ordinal));
    }

    [Fact]
    public async Task An_account_is_switched_off_with_a_reason_and_gets_a_password_that_nobody_keeps()
    {
        await using var scene = await Scene.StartAsync("7.24");
        var row = (await scene.Tables.ReadAsync(scene.RouterId, "secrets", First, Token)).Value.Page.Items[0];
        var item = new RouterItemRequest("secrets", row.Name, row.ItemId);
        Assert.Equal("reason", Assert.Single((await scene.Operations.SetEnabledAsync(scene.RouterId, item, false, null, Token)).Error!.Fields).Field);
        Assert.True((await scene.Operations.SetEnabledAsync(scene.RouterId, item, false, "moved away", Token)).Succeeded);
        Assert.True((await scene.Tables.ReadAsync(scene.RouterId, "secrets", First, Token)).Value.Page.Items.Single(r => r.Name == row.Name).IsDisabled);
        Assert.True((await scene.Operations.SetEnabledAsync(scene.RouterId, item, true, null, Token)).Succeeded);
        Assert.True((await scene.Operations.SetPasswordAsync(scene.RouterId, item, "kopi-hitam-77", "new modem", Token)).Succeeded);
        Assert.Equal("kopi-hitam-77", scene.Value("/ppp/secret", row.Name, "password"));
        Assert.Equal("operations.item_gone", (await scene.Operations.SetEnabledAsync(scene.RouterId, item with { ItemId = "*FFFF" }, true, null, Token)).Error!.Code);
        Assert.Equal("operations.not_for_this_table", (await scene.Operations.SetPasswordAsync(scene.RouterId, new RouterItemRequest("queues", "x"), "x", "y", Token)).Error!.Code);
        await using var context = scene.Database.Open();
        Assert.DoesNotContain(await context.Set<AuditEntry>().ToListAsync(Token), a => a.AfterJson?.Contains("kopi-hitam", StringComparison.Ordinal) == true);
        Assert.Equal(3, await context.Set<AuditEntry>().CountAsync(a => a.EntityId == scene.RouterId.ToString() && a.Action != AuditActions.Created, Token));
    }

    [Fact]
    public async Task An_item_of_the_portal_leads_to_its_line_and_is_left_alone()
    {
        await using var scene = await Scene.StartAsync("7.18");
        var name = scene.Users("/ppp/secret")[0];
        var owner = Guid.CreateVersion7();
        scene.Set("/ppp/secret", name, "comment", OwnershipTag.Append("Rumah Budi", OwnershipTag.For(owner)));
        var row = (await scene.Tables.ReadAsync(scene.RouterId, "secrets", First, Token)).Value.Page.Items.Single(r => r.Name == name);
        Assert.Equal((owner, true, "Rumah Budi"), (row.OwnerAccessId, row.IsOwned, row.Values[^1]));
        Assert.Equal("operations.item_owned", (await scene.Operations.SetEnabledAsync(scene.RouterId, new RouterItemRequest("secrets", name), false, "x", Token)).Error!.Code);
        Assert.Equal("operations.item_owned", (await scene.Operations.SetPasswordAsync(scene.RouterId, new RouterItemRequest("secrets", name), "x", "x", Token)).Error!.Code);
    }

    [Fact]
    public async Task A_guard_stops_every_change_and_the_permission_is_asked_first()
    {
        await using var scene = await Scene.StartAsync("7.18");
        await using (var context = scene.Database.Open())
        {
            (await context.Set<Router>().SingleAsync(Token)).ObservesSinceUtc = DateTime.UnixEpoch;
            await context.SaveChangesAsync(Token);
        }

        var session = scene.Users("/ppp/active")[0];
        var access = await scene.AddAccessAsync(session, AccessService.Pppoe);
        Assert.Equal("provisioning.observe_mode", (await scene.Operations.KickAsync(access, null, Token)).Error!.Code);
        Assert.Equal("provisioning.observe_mode", (await scene.Operations.KickItemAsync(scene.RouterId, new RouterItemRequest("active", session), Token)).Error!.Code);
        Assert.Equal("provisioning.observe_mode", (await scene.Operations.SetEnabledAsync(scene.RouterId, new RouterItemRequest("secrets", session), false, "x", Token)).Error!.Code);
        Assert.Contains(session, scene.Users("/ppp/active"));

        await using var reader = await Scene.StartAsync("7.18", actor: CollectorRig.Anyone(NetworkPermissions.RoutersRead));
        Assert.Equal("identity.forbidden", (await reader.Tables.ReadAsync(reader.RouterId, "arp", First, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await reader.Operations.KickAsync(Guid.Empty, null, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await reader.Tools.PingAsync(reader.RouterId, "1.1.1.1", 1, _ => Task.CompletedTask, Token)).Error!.Code);
    }

    [Theory]
    [InlineData("6.49")]
    [InlineData("7.24")]
    public async Task Pings_come_one_by_one_and_a_trace_names_its_hops(string version)
    {
        await using var scene = await Scene.StartAsync(version);
        var replies = new List<PingReply>();
        Assert.Null((await scene.Tools.PingAsync(scene.RouterId, "1.1.1.1", 2, reply => { replies.Add(reply); return Task.CompletedTask; }, Token)).Error);
        Assert.Equal([0, 1], replies.Select(reply => reply.Sequence));
        Assert.All(replies, reply => Assert.InRange(reply.RoundTrip!.Value.TotalMilliseconds, 1, 100));
        Assert.Equal((2, 2), (replies[1].Sent, replies[1].Received));

        var lists = new List<IReadOnlyList<TraceHop>>();
        Assert.Null((await scene.Tools.TraceAsync(scene.RouterId, "1.1.1.1", hops => { lists.Add(hops); return Task.CompletedTask; }, Token)).Error);
        Assert.Equal("1.1.1.1", lists[^1][^1].Address);
        Assert.Equal([1, 2, 3], lists[^1].Select(hop => hop.Number));
        Assert.All(lists[^1], hop => Assert.True(hop.Last > TimeSpan.Zero));

        Assert.Equal("address", Assert.Single((await scene.Tools.PingAsync(scene.RouterId, "google", 2, _ => Task.CompletedTask, Token)).Error!.Fields).Field);
        Assert.Equal("count", Assert.Single((await scene.Tools.PingAsync(scene.RouterId, "1.1.1.1", 51, _ => Task.CompletedTask, Token)).Error!.Fields).Field);
    }

    private sealed class Scene(LabRouters lab, PortalDatabase database, RouterOsPool pool) : IAsyncDisposable
    {
        public LabRouters Lab { get; } = lab;

        public PortalDatabase Database { get; } = database;

        public Guid RouterId { get; } = Guid.CreateVersion7();

        public required IRouterTableReader Tables { get; init; }

        public required IRouterOperations Operations { get; init; }

        public required IRouterTools Tools { get; init; }

        public HashSet<string> Passwords => [.. new[] { "/ppp/secret", "/ip/hotspot/user" }.SelectMany(menu => Values(menu, "password")).Where(password => password.Length > 0)];

        public static async Task<Scene> StartAsync(string version, int sessions = 12, Actor? actor = null, ModemHabits? habits = null)
        {
            var lab = LabRouters.Start(version, sessions, habits: habits);
            var database = await PortalDatabase.CreateAsync("Sqlite");
            var who = actor ?? CollectorRig.Anyone([.. RolePermissions.All]);
            var pool = new RouterOsPool(Options.Create(new RouterOsOptions { Silence = TimeSpan.FromSeconds(4), ConnectTimeout = TimeSpan.FromSeconds(2) }), TimeProvider.System, NullLogger<RouterOsPool>.Instance);
            var clients = new RouterClients(database.Source, pool);
            var factory = database.FactoryAs(who);
            var current = new FixedActor(who);
            var audit = new AuditWriter(factory);
            var tables = new RouterTableReader(clients, current, TimeProvider.System);
            var scene = new Scene(lab, database, pool)
            {
                Tables = tables,
                Operations = new RouterOperations(factory, clients, [new ObserveModeGuard(database.Source, new Defaults<ProvisioningSettings>())], tables, audit, current),
                Tools = new RouterTools(clients, audit, current, TimeProvider.System),
            };
            await using var context = database.Open();
            context.Add(new Router
            {
                Id = scene.RouterId, Name = "RTR", NameKey = "rtr", Host = "127.0.0.1", Port = lab.Router.Port, AddressKey = Router.KeyOf("127.0.0.1", lab.Router.Port),
                Username = LabRouters.User, Password = LabRouters.Password, Enabled = true, CreatedAtUtc = DateTime.UnixEpoch,
            });
            await context.SaveChangesAsync(Token);
            return scene;
        }

        public async Task<Guid> AddAccessAsync(string username, AccessService service)
        {
            var access = new AccessAccount { Id = Guid.CreateVersion7(), RouterId = RouterId, Service = service, Username = username, SearchKey = username, FirstSeenAtUtc = DateTime.UnixEpoch };
            await using var context = Database.Open();
            context.Add(access);
            await context.SaveChangesAsync(Token);
            return access.Id;
        }

        public int Count(string menu)
        {
            lock (Lab.Router.World.Gate)
            {
                return Lab.Router.World.Menu(menu).Items.Count;
            }
        }

        public List<string> Users(string menu)
        {
            lock (Lab.Router.World.Gate)
            {
                Lab.Router.World.Advance();
                return menu == "/ppp/active" ? [.. Lab.Router.World.Access.Ppp.Select(session => session.User)] : Values(menu, "name");
            }
        }

        public string? Value(string menu, string name, string property)
        {
            lock (Lab.Router.World.Gate)
            {
                var table = Lab.Router.World.Menu(menu);
                return table.Get(table.ByName(name)!, property);
            }
        }

        public void Set(string menu, string name, string property, string value)
        {
            lock (Lab.Router.World.Gate)
            {
                var table = Lab.Router.World.Menu(menu);
                table.Set(table.ByName(name)!, property, value);
            }
        }

        public async ValueTask DisposeAsync()
        {
            await pool.DisposeAsync();
            await Lab.DisposeAsync();
            await Database.DisposeAsync();
        }

        private List<string> Values(string menu, string property)
        {
            lock (Lab.Router.World.Gate)
            {
                var table = Lab.Router.World.Menu(menu);
                return [.. table.Items.Select(row => table.Get(row, property) ?? "")];
            }
        }
    }

    private sealed class Defaults<T> : Core.Settings.ISettingsReader<T>
        where T : class, new()
    {
        public ValueTask<T> GetAsync(CancellationToken cancellationToken) => new(new T());

        public IDisposable OnChanged(Action<T> changed) => new MemoryStream();
    }
}
