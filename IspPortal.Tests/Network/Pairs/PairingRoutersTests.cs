using IspPortal.Core.Audit;
using IspPortal.Core.Identity;
using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Pairs;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.Network;
using IspPortal.Infrastructure.Network.Pairs;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Tests.Monitoring;
using IspPortal.Tests.Support;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.Network.Pairs;

/// <summary>Both routers of a pair name each other, whatever is changed on either.</summary>
public sealed class PairingRoutersTests
{
    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData("Sqlite")]
    [InlineData("Postgres")]
    public async Task Both_routers_name_each_other_until_they_are_parted(string provider)
    {
        await using var scene = await Scene.StartAsync(provider);
        var (a, b, c) = (await scene.AddAsync("A"), await scene.AddAsync("B"), await scene.AddAsync("C"));
        Assert.Null((await scene.SaveAsync(a, "A", b, PairMode.Standby)).Error);
        Assert.Equal((b, "B", PairMode.Standby), await scene.PartnerAsync(a));
        Assert.Equal((a, "A", PairMode.Standby), await scene.PartnerAsync(b));

        Assert.Equal(("network.pair_taken", "B"), (await scene.SaveAsync(c, "C", b, PairMode.Active)) is var taken ? (taken.Error!.Code, taken.Error.Arguments[0]) : default);
        Assert.Equal("network.pair_is_same", Assert.Single((await scene.SaveAsync(c, "C", c, PairMode.Active)).Error!.Fields).Code);
        Assert.Equal("network.pair_not_found", Assert.Single((await scene.SaveAsync(c, "C", Guid.Empty, PairMode.Active)).Error!.Fields).Code);
        Assert.Equal((null, null, null), await scene.PartnerAsync(c));

        // The mode is one for both; another partner frees the one before.
        Assert.Null((await scene.SaveAsync(b, "B", a, PairMode.Active)).Error);
        Assert.Equal((b, "B", PairMode.Active), await scene.PartnerAsync(a));
        Assert.Null((await scene.SaveAsync(a, "A", c, PairMode.Active)).Error);
        Assert.Equal((null, null, null), await scene.PartnerAsync(b));
        Assert.Equal((a, "A", PairMode.Active), await scene.PartnerAsync(c));
        Assert.Null((await scene.SaveAsync(c, "C", null, PairMode.Active)).Error);
        Assert.Equal((null, null, null), await scene.PartnerAsync(a));

        await using var context = scene.Database.Open();
        var audited = await context.Set<AuditEntry>().Where(row => row.EntityId == b.ToString() && row.AfterJson!.Contains("twinRouterId")).ToListAsync(Token);
        Assert.NotEmpty(audited);
    }

    [Fact]
    public async Task A_router_that_is_removed_leaves_its_partner_free_and_nothing_to_clean_up()
    {
        await using var scene = await Scene.StartAsync("Sqlite");
        var (a, b) = (await scene.AddAsync("A"), await scene.AddAsync("B"));
        Assert.Null((await scene.SaveAsync(a, "A", b, PairMode.Standby)).Error);
        var line = await scene.PlaceAsync("budi", servedBy: b, twin: a, home: a);

        Assert.Null((await scene.Editor.RemoveAsync(a, "struck by lightning", endLines: false, Token)).Error);
        Assert.Equal((null, null, null), await scene.PartnerAsync(b));
        await using var context = scene.Database.Open();
        Assert.Equal(b, (await context.Set<AccessPlacement>().SingleAsync(p => p.AccessId == line, Token)).RouterId);
        Assert.Null((await context.Set<DesiredAccessRecord>().SingleAsync(w => w.AccessId == line, Token)).HomeRouterId);
    }

    [Fact]
    public async Task Who_may_not_plan_changes_nothing()
    {
        await using var scene = await Scene.StartAsync("Sqlite");
        var (a, b) = (await scene.AddAsync("A"), await scene.AddAsync("B"));
        Assert.Null((await scene.SaveAsync(a, "A", b, PairMode.Standby)).Error);
        await scene.PlaceAsync("budi", servedBy: a, twin: b, home: null);
        PairRequest move = new(PairAction.MoveToPartner, new(), "why");
        Assert.Equal("identity.forbidden", (await scene.PairsAs().GetAsync(a, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await scene.PairsAs(NetworkPermissions.RoutersRead).ListLinesAsync(a, new(), new(), Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await scene.PairsAs(NetworkPermissions.AccessesWrite).PreviewAsync(a, move, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await scene.PairsAs(NetworkPermissions.RoutersApply).PlanAsync(a, move, Token)).Error!.Code);
        Assert.Equal("identity.forbidden", (await scene.PairsAs(NetworkPermissions.AccessesWrite).PlanAsync(a, move, Token)).Error!.Code);
        Assert.Equal("network.router_not_found", (await scene.PairsAs(NetworkPermissions.RoutersRead).GetAsync(Guid.Empty, Token)).Error!.Code);
        Assert.Equal(1, (await scene.PairsAs(NetworkPermissions.RoutersRead).GetAsync(a, Token)).Value.Lines);
    }

    private sealed class Scene(PortalDatabase database, RouterOsPool pool) : IAsyncDisposable
    {
        private static readonly Actor Noc = CollectorRig.Anyone(NetworkPermissions.RoutersRead, NetworkPermissions.RoutersWrite);

        public PortalDatabase Database { get; } = database;

        public RouterEditor Editor { get; } = new(database.FactoryAs(Noc), new FixedActor(Noc), [], new RouterProbe(pool, TimeProvider.System), TimeProvider.System);

        private RouterDirectory Directory { get; } = new(database.FactoryAs(Noc), new FixedActor(Noc), new NothingLive());

        public static async Task<Scene> StartAsync(string provider) =>
            new(await PortalDatabase.CreateAsync(provider), new RouterOsPool(Options.Create(new RouterOsOptions()), TimeProvider.System, NullLogger<RouterOsPool>.Instance));

        public async Task<Guid> AddAsync(string name) => (await Editor.AddAsync(RequestOf(name), Token)).Value;

        public async Task<Core.Common.Results.Result> SaveAsync(Guid id, string name, Guid? partner, PairMode mode) =>
            await Editor.UpdateAsync(id, (await Directory.GetAsync(id, Token)).Value.Row.Version, RequestOf(name) with { TwinRouterId = partner, TwinMode = mode }, Token);

        public async Task<(Guid? Id, string? Name, PairMode? Mode)> PartnerAsync(Guid id) =>
            (await Directory.GetAsync(id, Token)).Value is var details ? (details.TwinRouterId, details.TwinRouterName, details.TwinMode) : default;

        public RouterPairs PairsAs(params string[] permissions) =>
            new(Database.FactoryAs(CollectorRig.Anyone(permissions)), new FixedActor(CollectorRig.Anyone(permissions)), new PairDesk(null!, null!), new NothingLive());

        public async Task<Guid> PlaceAsync(string username, Guid servedBy, Guid twin, Guid? home)
        {
            var id = Guid.CreateVersion7();
            await using var context = Database.Open();
            context.Add(new AccessAccount { Id = id, RouterId = servedBy, Service = AccessService.Pppoe, Username = username, SearchKey = username, IsOwned = true, FirstSeenAtUtc = DateTime.UnixEpoch });
            context.Add(new DesiredAccessRecord
            {
                AccessId = id,
                Service = AccessService.Pppoe,
                Username = username,
                UsernameKey = DesiredAccessRecord.KeyOf(AccessService.Pppoe, username),
                Lifecycle = AccessLifecycle.Live,
                HomeRouterId = home,
                CreatedAtUtc = DateTime.UnixEpoch,
            });
            context.Add(new AccessPlacement { AccessId = id, RouterId = servedBy, Role = PlacementRole.Primary });
            context.Add(new AccessPlacement { AccessId = id, RouterId = twin, Role = PlacementRole.Twin });
            await context.SaveChangesAsync(Token);
            return id;
        }

        public async ValueTask DisposeAsync()
        {
            await pool.DisposeAsync();
            await Database.DisposeAsync();
        }

        private static SaveRouterRequest RequestOf(string name) => new(name, $"10.1.1.{(int)name[0]}", 8728, UseTls: false, "portal", "secret");
    }
}
