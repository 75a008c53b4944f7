using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class CustomersUseUpWhatTheyBoughtTests
{
    private readonly LabClock _clock = new();

    [Theory]
    [InlineData("limit-uptime", "10m", "uptime limit reached", "has reached uptime limit")]
    [InlineData("limit-bytes-total", "1000", "traffic limit reached", "has reached traffic limit")]
    [InlineData("limit-bytes-out", "1000", "traffic limit reached", "has reached traffic limit")]
    public async Task A_voucher_ends_its_session_and_does_not_sign_in_again(string limit, string value, string ended, string refused)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 10, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.CallAsync("/ip/hotspot/user/add", "=name=voucher", $"={limit}={value}");
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.Single(await client.RowsAsync("/ip/hotspot/active/print", "?user=voucher"));

        _clock.Move(TimeSpan.FromMinutes(11));
        Assert.Empty(await client.RowsAsync("/ip/hotspot/active/print", "?user=voucher"));
        Assert.Contains(await LogAsync(client), line => line.Contains("voucher", StringComparison.Ordinal) && line.EndsWith(ended, StringComparison.Ordinal));
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.Empty(await client.RowsAsync("/ip/hotspot/active/print", "?user=voucher"));
        Assert.Contains(await LogAsync(client), line => line.EndsWith(refused, StringComparison.Ordinal));

        var user = Assert.Single(await client.RowsAsync("/ip/hotspot/user/print", "?name=voucher"));
        await client.CallAsync("/ip/hotspot/user/reset-counters", $"=.id={user.Value(".id")}");
        _clock.Move(TimeSpan.FromSeconds(61));
        Assert.Single(await client.RowsAsync("/ip/hotspot/active/print", "?user=voucher"));
    }

    [Theory]
    [InlineData("1", 0)]
    [InlineData("2", 1)]
    [InlineData("unlimited", 1)]
    public async Task A_session_that_the_router_still_believes_in_counts_as_a_device(string shared, int newSessions)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 10, time: _clock, habits: ModemHabits.Steady with { Keepalive = TimeSpan.FromMinutes(30), RedialTo = TimeSpan.FromSeconds(10) });
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.CallAsync("/ip/hotspot/user/profile/add", "=name=few", $"=shared-users={shared}");
        await client.CallAsync("/ip/hotspot/user/add", "=name=guest", "=profile=few");
        _clock.Move(TimeSpan.FromSeconds(11));
        Assert.Single(await client.RowsAsync("/ip/hotspot/active/print", "?user=guest"));

        lab.Router.World.Access.Storm();
        _clock.Move(TimeSpan.FromSeconds(11));

        Assert.Equal(1 + newSessions, (await client.RowsAsync("/ip/hotspot/active/print", "?user=guest")).Count);
        Assert.Equal(newSessions == 0, (await LogAsync(client)).Any(line => line.EndsWith("no more sessions are allowed for user guest", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task Devices_of_the_hotspot_and_dedicated_lines_have_leases()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 300, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var leases = await client.RowsAsync("/ip/dhcp-server/lease/print");
        var devices = await client.RowsAsync("/ip/hotspot/active/print");
        var lines = lab.Router.World.Access.Lines.Count;

        Assert.NotEmpty(devices);
        Assert.NotEqual(0, lines);
        Assert.Equal(lines, leases.Count(lease => lease.Value("dynamic") == "false" && lease.Value("status") == "bound"));
        Assert.Equal(
            devices.Select(device => (device.Value("address"), device.Value("mac-address"))).Order(),
            leases.Where(lease => lease.Value("dynamic") == "true").Select(lease => (lease.Value("active-address"), lease.Value("active-mac-address"))).Order());

        await client.CallAsync("/ip/hotspot/active/remove", $"=.id={devices[0].Value(".id")}");
        Assert.Empty(await client.RowsAsync("/ip/dhcp-server/lease/print", $"?address={devices[0].Value("address")}"));
    }

    [Fact]
    public async Task A_lease_made_static_stays_and_waits_for_its_device()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 300, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var device = (await client.RowsAsync("/ip/hotspot/active/print"))[0];
        var lease = Assert.Single(await client.RowsAsync("/ip/dhcp-server/lease/print", $"?address={device.Value("address")}"));

        await client.CallAsync("/ip/dhcp-server/lease/make-static", $"=.id={lease.Value(".id")}");
        var kept = Assert.Single(await client.RowsAsync("/ip/dhcp-server/lease/print", $"?address={device.Value("address")}"));
        Assert.Equal(("false", "bound"), (kept.Value("dynamic"), kept.Value("status")));

        await client.CallAsync("/ip/hotspot/active/remove", $"=.id={device.Value(".id")}");
        kept = Assert.Single(await client.RowsAsync("/ip/dhcp-server/lease/print", $"?address={device.Value("address")}"));
        Assert.Equal("waiting", kept.Value("status"));
    }

    [Fact]
    public async Task Netwatch_sees_a_customer_go_and_come_back()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 40, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var online = (await client.RowsAsync("/ppp/active/print"))[0];
        await client.CallAsync("/ppp/secret/set", $"=.id={(await SecretAsync(client, online)).Value(".id")}", $"=remote-address={online.Value("address")}");
        await client.CallAsync("/tool/netwatch/add", $"=host={online.Value("address")}", "=interval=10s");
        Assert.Equal("unknown", await WatchAsync(client, online));
        _clock.Move(TimeSpan.FromSeconds(1));
        Assert.Equal("up", await WatchAsync(client, online));

        await client.CallAsync("/ppp/active/remove", $"=.id={online.Value(".id")}");
        _clock.Move(TimeSpan.FromSeconds(4));
        Assert.Equal("up", await WatchAsync(client, online));
        await client.CallAsync("/ppp/secret/set", $"=.id={(await SecretAsync(client, online)).Value(".id")}", "=disabled=yes");
        _clock.Move(TimeSpan.FromSeconds(10));
        Assert.Equal("down", await WatchAsync(client, online));

        await client.CallAsync("/ppp/secret/set", $"=.id={(await SecretAsync(client, online)).Value(".id")}", "=disabled=no");
        _clock.Move(TimeSpan.FromSeconds(61));
        await WatchAsync(client, online);
        _clock.Move(TimeSpan.FromSeconds(10));
        Assert.Equal("up", await WatchAsync(client, online));
        Assert.Contains(await LogAsync(client), line => line.StartsWith("event down", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Netwatch_loses_the_core_with_the_uplink()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 5, time: _clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        Assert.Equal("up", Assert.Single(await client.RowsAsync("/tool/netwatch/print", "?name=core")).Value("status"));
        await client.CallAsync("/interface/set", "=.id=ether1", "=disabled=yes");
        _clock.Move(TimeSpan.FromSeconds(11));
        var core = Assert.Single(await client.RowsAsync("/tool/netwatch/print", "?name=core"));
        Assert.Equal(("down", "1"), (core.Value("status"), core.Value("failed-tests")));
    }

    private static async Task<string?> WatchAsync(RawClient client, RawClient.Sentence customer) =>
        Assert.Single(await client.RowsAsync("/tool/netwatch/print", $"?host={customer.Value("address")}")).Value("status");

    private static async Task<RawClient.Sentence> SecretAsync(RawClient client, RawClient.Sentence customer) => Assert.Single(await client.RowsAsync("/ppp/secret/print", $"?name={customer.Value("name")}"));

    private static async Task<IReadOnlyList<string>> LogAsync(RawClient client) => [.. (await client.RowsAsync("/log/print")).Select(line => line.Value("message") ?? "")];
}
