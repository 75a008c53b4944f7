using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class ModemsDialAndLeaveTests
{
    private readonly LabClock _clock = new();

    [Fact]
    public async Task A_kicked_modem_redials_within_5_to_60_seconds()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 40, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var online = await client.RowsAsync("/ppp/active/print");
        var victim = online[0];

        await client.CallAsync("/ppp/active/remove", $"=.id={victim.Value(".id")}");
        Assert.Equal(online.Count - 1, await CountAsync(client));
        Assert.Empty(await client.RowsAsync("/interface/print", $"?name=<pppoe-{victim.Value("name")}>"));
        _clock.Move(TimeSpan.FromSeconds(4.9));
        Assert.Equal(online.Count - 1, await CountAsync(client));
        _clock.Move(TimeSpan.FromSeconds(55.2));
        Assert.Equal(online.Count, await CountAsync(client));

        var again = Assert.Single(await client.RowsAsync("/ppp/active/print", $"?name={victim.Value("name")}"));
        Assert.NotEqual(victim.Value(".id"), again.Value(".id"));
        Assert.NotEqual(victim.Value("session-id"), again.Value("session-id"));
        Assert.Equal(victim.Value("caller-id"), again.Value("caller-id"));
        var log = await client.RowsAsync("/log/print");
        Assert.Contains(log, l => l.Value("message")!.StartsWith($"{victim.Value("name")} logged out", StringComparison.Ordinal));
        Assert.Contains(log, l => l.Value("message")!.StartsWith($"{victim.Value("name")} logged in", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Two_of_a_hundred_do_not_come_back_for_hours()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 2_000, time: _clock, habits: ModemHabits.Steady with { NeverShare = 0.02 });
        var access = lab.Router.World.Access;
        var before = access.Count;

        access.KickAll();
        Assert.Equal(0, access.Count);
        _clock.Move(TimeSpan.FromSeconds(61));
        lab.Router.World.Advance();
        var missing = before - access.Count;
        _clock.Move(TimeSpan.FromHours(5));
        lab.Router.World.Advance();

        Assert.InRange(missing, before * 0.01, before * 0.035);
        Assert.Equal(missing, before - access.Count);
        _clock.Move(TimeSpan.FromHours(8));
        lab.Router.World.Advance();
        Assert.Equal(before, access.Count);
    }

    [Fact]
    public async Task A_disabled_secret_does_not_redial_until_it_is_enabled()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 10, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var name = (await client.RowsAsync("/ppp/active/print"))[0].Value("name")!;

        await client.CallAsync("/ppp/secret/disable", $"=.id={name}");
        Assert.Single(await client.RowsAsync("/ppp/active/print", $"?name={name}"));
        await client.CallAsync("/ppp/active/remove", $"=.id={name}");
        _clock.Move(TimeSpan.FromMinutes(30));
        Assert.Empty(await client.RowsAsync("/ppp/active/print", $"?name={name}"));
        Assert.Contains(await client.RowsAsync("/log/print"), l => l.Value("message") == $"user {name} authentication failed");

        await client.CallAsync("/ppp/secret/enable", $"=.id={name}");
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.Single(await client.RowsAsync("/ppp/active/print", $"?name={name}"));
    }

    [Fact]
    public async Task A_change_of_profile_reaches_the_session_at_its_next_dial()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 10, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var secret = (await client.RowsAsync("/ppp/secret/print", "?profile=HOME-20"))[0];
        var name = secret.Value("name")!;

        await client.CallAsync("/ppp/secret/set", $"=.id={secret.Value(".id")}", "=profile=isolir");
        Assert.Equal("10000000/20000000", (await QueueAsync()).Value("max-limit"));
        Assert.Empty(await client.RowsAsync("/ip/firewall/address-list/print"));
        await client.CallAsync("/ppp/active/remove", $"=.id={name}");
        _clock.Move(TimeSpan.FromSeconds(61));

        var session = Assert.Single(await client.RowsAsync("/ppp/active/print", $"?name={name}"));
        Assert.Equal("256000/256000", (await QueueAsync()).Value("max-limit"));
        var entry = Assert.Single(await client.RowsAsync("/ip/firewall/address-list/print", "?list=isolir"));
        Assert.Equal((session.Value("address"), "true"), (entry.Value("address"), entry.Value("dynamic")));

        async Task<RawClient.Sentence> QueueAsync() => Assert.Single(await client.RowsAsync("/queue/simple/print", $"?name=<pppoe-{name}>"));
    }

    [Fact]
    public async Task A_new_secret_gets_a_modem_and_a_fixed_address_is_honoured()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        await client.CallAsync("/ppp/secret/add", "=name=baru", "=profile=HOME-10", "=service=pppoe", "=remote-address=103.9.9.9");
        Assert.Equal(0, await CountAsync(client));
        _clock.Move(TimeSpan.FromSeconds(61));

        Assert.Equal("103.9.9.9", Assert.Single(await client.RowsAsync("/ppp/active/print")).Value("address"));
        await client.CallAsync("/ppp/secret/remove", "=.id=baru");
        Assert.Equal(1, await CountAsync(client));
        await client.CallAsync("/ppp/active/remove", "=.id=baru");
        _clock.Move(TimeSpan.FromHours(1));
        Assert.Equal(0, await CountAsync(client));
    }

    [Fact]
    public async Task A_cut_line_leaves_ghosts_until_the_keepalive()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 30, time: _clock, habits: ModemHabits.Steady with { RedialFrom = TimeSpan.FromSeconds(40), RedialTo = TimeSpan.FromSeconds(60) });
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var before = await CountAsync(client);

        lab.Router.World.Access.Storm();
        var frozen = await BytesAsync();
        _clock.Move(TimeSpan.FromSeconds(20));
        Assert.Equal(before, await CountAsync(client));
        Assert.Equal(frozen, await BytesAsync());
        _clock.Move(TimeSpan.FromSeconds(15));
        Assert.Equal(0, await CountAsync(client));
        _clock.Move(TimeSpan.FromSeconds(30));
        Assert.Equal(before, await CountAsync(client));

        async Task<long> BytesAsync() => (await client.RowsAsync("/interface/print", "?type=pppoe-in")).Sum(r => r.Number("tx-byte"));
    }

    [Fact]
    public async Task An_empty_pool_keeps_modems_out()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.CallAsync("/ip/pool/add", "=name=kecil", "=ranges=192.0.2.1-192.0.2.2");
        await client.CallAsync("/ppp/profile/add", "=name=sempit", "=remote-address=kecil", "=local-address=192.0.2.254");
        for (var i = 0; i < 3; i++)
        {
            await client.CallAsync("/ppp/secret/add", $"=name=u{i}", "=profile=sempit");
        }

        _clock.Move(TimeSpan.FromMinutes(2));
        var active = await client.RowsAsync("/ppp/active/print");

        Assert.Equal(["192.0.2.1", "192.0.2.2"], active.Select(a => a.Value("address")!).Order(StringComparer.Ordinal));
        Assert.Equal(2, (await client.RowsAsync("/ip/pool/used/print", "?pool=kecil")).Count);
        Assert.Contains(await client.RowsAsync("/log/print"), l => l.Value("message")!.Contains("pool kecil is empty", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Sessions_come_and_go_by_themselves()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 200, time: _clock, habits: new());
        var access = lab.Router.World.Access;
        var seen = new HashSet<uint>(access.Ppp.Select(s => s.Id));
        var first = seen.Count;
        for (var minute = 0; minute < 120; minute++)
        {
            _clock.Move(TimeSpan.FromMinutes(1));
            lab.Router.World.Advance();
            seen.UnionWith(access.Ppp.Select(s => s.Id));
            Assert.InRange(access.Ppp.Count, first * 0.85, 200);
        }

        // Two hours at a mean life of four: about half of them have dialled anew.
        Assert.InRange(seen.Count - first, first * 0.3, first * 0.8);
    }

    [Fact]
    public async Task Listening_to_active_tells_of_logins_and_logouts()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 10, time: _clock);
        await using var listener = await RawClient.LoginAsync(lab.Router.Port);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await listener.SendAsync("/ppp/active/listen", ".tag=a");
        await listener.CallAsync("/system/identity/print");
        var victim = (await client.RowsAsync("/ppp/active/print"))[0];

        await client.CallAsync("/ppp/active/remove", $"=.id={victim.Value(".id")}");
        var gone = await listener.ReadAsync();
        _clock.Move(TimeSpan.FromSeconds(61));
        await CountAsync(client);
        var back = await listener.ReadAsync();

        Assert.Equal((victim.Value(".id"), "true"), (gone.Value(".id"), gone.Value(".dead")));
        Assert.Equal((victim.Value("name"), "a"), (back.Value("name"), back.Tag));
    }

    private static async Task<int> CountAsync(RawClient client) => (await client.RowsAsync("/ppp/active/print", "=.proplist=.id")).Count;
}
