using IspPortal.Core.Network;
using IspPortal.Core.Network.Access;
using IspPortal.Core.Network.Routers;
using IspPortal.Core.Network.Sessions;
using IspPortal.Infrastructure.Network;
using IspPortal.Tests.Monitoring;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Network.Pairs;

/// <summary>A line is online when it is online on any of its routers, and offline only when that is known.</summary>
public sealed class SeeingATwinOnlineTests
{
    private static readonly Guid Line = new("019a0000-0000-7000-8000-00000000abcd");
    private static readonly Guid Home = new("019a0000-0000-7000-8000-00000000000a");
    private static readonly Guid Partner = new("019a0000-0000-7000-8000-00000000000b");

    private static CancellationToken Token => TestContext.Current.CancellationToken;

    [Theory]
    [InlineData(RouterState.Online, RouterState.Online, AccessState.Active, AccessPresence.Online)]
    [InlineData(RouterState.Offline, RouterState.Online, AccessState.Active, AccessPresence.Online)]
    public async Task It_is_online_at_its_partner(RouterState home, RouterState partner, AccessState applied, AccessPresence expected)
    {
        await using var database = await DatabaseAsync(applied);
        var live = new NothingLive { States = { [Home] = home, [Partner] = partner }, Sessions = { [(Partner, Line)] = SessionAt(Partner) } };
        var directory = new AccessDirectory(database.Factory, new FixedActor(CollectorRig.Anyone(NetworkPermissions.SessionsRead)), live);

        var row = Assert.Single((await directory.ListAsync(new AccessFilter(), new(), Token)).Value.Items);
        var details = (await directory.GetAsync(Line, Token)).Value;
        Assert.Equal((expected, expected, Home), (row.Presence, details.Row.Presence, row.RouterId));
        Assert.Equal((Partner, false), (details.Session!.RouterId, details.Session.IsStale));
    }

    [Theory]
    [InlineData(AccessState.Active, AccessPresence.Unknown)]
    [InlineData(AccessState.Disabled, AccessPresence.Offline)]
    public async Task Nobody_knows_while_a_partner_that_would_let_it_in_is_silent(AccessState applied, AccessPresence expected)
    {
        await using var database = await DatabaseAsync(applied);
        var live = new NothingLive { States = { [Home] = RouterState.Online, [Partner] = RouterState.Offline } };
        var directory = new AccessDirectory(database.Factory, new FixedActor(CollectorRig.Anyone(NetworkPermissions.SessionsRead)), live);
        Assert.Equal(expected, Assert.Single((await directory.ListAsync(new AccessFilter(), new(), Token)).Value.Items).Presence);
    }

    [Fact]
    public async Task A_session_that_lasts_where_the_line_is_disabled_still_is_one()
    {
        await using var database = await DatabaseAsync(AccessState.Disabled);
        var live = new NothingLive { States = { [Home] = RouterState.Online, [Partner] = RouterState.Online }, Sessions = { [(Partner, Line)] = SessionAt(Partner) } };
        var directory = new AccessDirectory(database.Factory, new FixedActor(CollectorRig.Anyone(NetworkPermissions.SessionsRead)), live);
        Assert.Equal(AccessPresence.Online, Assert.Single((await directory.ListAsync(new AccessFilter(), new(), Token)).Value.Items).Presence);
    }

    [Fact]
    public async Task What_was_last_seen_at_home_gives_way_to_what_is_read_at_the_partner()
    {
        await using var database = await DatabaseAsync(AccessState.Active);
        var live = new NothingLive
        {
            States = { [Home] = RouterState.Offline, [Partner] = RouterState.Online },
            Sessions = { [(Home, Line)] = SessionAt(Home), [(Partner, Line)] = SessionAt(Partner) },
        };
        var directory = new AccessDirectory(database.Factory, new FixedActor(CollectorRig.Anyone(NetworkPermissions.SessionsRead)), live);
        Assert.Equal(Partner, (await directory.GetAsync(Line, Token)).Value.Session!.RouterId);
        live.States[Partner] = RouterState.Offline;
        Assert.Equal((Home, true), (await directory.GetAsync(Line, Token)).Value.Session is { } session ? (session.RouterId, session.IsStale) : default);
    }

    private static SessionRow SessionAt(Guid router) => new(Line, router, "R", AccessService.Pppoe, "budi", "10.0.0.9", null, DateTime.UnixEpoch, null, null, DateTime.UnixEpoch, false);

    private static async Task<PortalDatabase> DatabaseAsync(AccessState appliedAtPartner)
    {
        var database = await PortalDatabase.CreateAsync("Sqlite");
        await using var context = database.Open();
        foreach (var (id, name) in ((Guid, string)[])[(Home, "A"), (Partner, "B")])
        {
            context.Add(new Router { Id = id, Name = name, NameKey = name, Host = name, Port = 8728, AddressKey = name, Username = "u", Password = "p", Enabled = true, CreatedAtUtc = DateTime.UnixEpoch });
        }

        context.Add(new AccessAccount { Id = Line, RouterId = Home, Service = AccessService.Pppoe, Username = "budi", SearchKey = "budi", IsOwned = true, FirstSeenAtUtc = DateTime.UnixEpoch });
        context.Add(new DesiredAccessRecord
        {
            AccessId = Line,
            Service = AccessService.Pppoe,
            Username = "budi",
            UsernameKey = DesiredAccessRecord.KeyOf(AccessService.Pppoe, "budi"),
            Lifecycle = AccessLifecycle.Live,
            CreatedAtUtc = DateTime.UnixEpoch,
        });
        await context.SaveChangesAsync(Token);
        context.Add(new AccessPlacement { AccessId = Line, RouterId = Home, Role = PlacementRole.Primary, AppliedState = AccessState.Active });
        context.Add(new AccessPlacement { AccessId = Line, RouterId = Partner, Role = PlacementRole.Twin, AppliedState = appliedAtPartner });
        await context.SaveChangesAsync(Token);
        return database;
    }
}
