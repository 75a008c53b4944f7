using System.Net.Sockets;
using IspPortal.Core.Lab;
using IspPortal.Infrastructure.Lab;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class RoutersMisbehaveTests
{
    private static readonly TimeSpan Moment = TimeSpan.FromMilliseconds(300);

    [Fact]
    public async Task Trickle_cuts_replies_but_loses_nothing()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 20);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var whole = await client.RowsAsync("/ppp/secret/print");
        lab.Router.Throw(new(LabFaultKind.Trickle));

        Assert.Equal(whole.Select(w => string.Join('|', w.Words)), (await client.RowsAsync("/ppp/secret/print")).Select(w => string.Join('|', w.Words)));
    }

    [Fact]
    public async Task Stall_stops_in_a_word()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 20);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        lab.Router.Throw(new(LabFaultKind.StallInWord));
        await client.SendAsync("/system/identity/print");

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ReadAsync(Moment));
        lab.Router.ClearFaults();
        await using var fresh = await RawClient.LoginAsync(lab.Router.Port);
    }

    [Fact]
    public async Task Late_reply_comes_late()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        lab.Router.Throw(new(LabFaultKind.LateReply) { Duration = Moment });

        var started = TimeProvider.System.GetTimestamp();
        await client.RowsAsync("/system/identity/print");

        Assert.True(TimeProvider.System.GetElapsedTime(started) > Moment * 0.9);
    }

    [Fact]
    public async Task Half_open_accepts_and_says_nothing()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var before = await RawClient.LoginAsync(lab.Router.Port);
        lab.Router.Throw(new(LabFaultKind.HalfOpen));
        await using var after = await RawClient.ConnectAsync(lab.Router.Port);
        foreach (var client in (RawClient[])[before, after])
        {
            await client.SendAsync("/login");
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ReadAsync(Moment));
        }
    }

    [Theory]
    [InlineData(LabFaultKind.FinMidTable)]
    [InlineData(LabFaultKind.ResetMidTable)]
    public async Task A_table_is_cut_after_some_rows(LabFaultKind fault)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 20);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        lab.Router.Throw(new(fault) { AfterRows = 2 });
        await client.SendAsync("/ppp/secret/print");

        Assert.Equal("!re", (await client.ReadAsync()).Word);
        Assert.Equal("!re", (await client.ReadAsync()).Word);
        var end = await Assert.ThrowsAnyAsync<IOException>(() => client.ReadAsync());
        Assert.Equal(fault == LabFaultKind.ResetMidTable, end.InnerException is SocketException { SocketErrorCode: SocketError.ConnectionReset });
    }

    [Fact]
    public async Task Garbage_begins_with_a_control_byte()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        lab.Router.Throw(new(LabFaultKind.Garbage));
        await client.SendAsync("/system/identity/print");

        await Assert.ThrowsAsync<InvalidDataException>(() => client.ReadAsync());
    }

    [Fact]
    public async Task Fatal_ends_the_session()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        lab.Router.Throw(new(LabFaultKind.Fatal));

        Assert.Equal("!fatal", Assert.Single(await client.CallAsync("/system/identity/print")).Word);
        await Assert.ThrowsAnyAsync<IOException>(() => client.ReadAsync());
    }

    [Fact]
    public async Task Untagged_replies_lack_their_tag()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        lab.Router.Throw(new(LabFaultKind.UntaggedReplies));

        Assert.All(await client.CallAsync("/system/identity/print", ".tag=5"), s => Assert.Null(s.Tag));
    }

    [Theory]
    [InlineData(LabFaultKind.Fin)]
    [InlineData(LabFaultKind.MaxSessions)]
    public async Task New_connections_are_closed_at_once(LabFaultKind fault)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        lab.Router.Throw(new(fault));
        await using var client = await RawClient.ConnectAsync(lab.Router.Port);

        await Assert.ThrowsAnyAsync<IOException>(() => client.CallAsync("/login"));
    }

    [Fact]
    public async Task Refused_is_refused_until_cleared()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        var port = lab.Router.Port;
        lab.Router.Throw(new(LabFaultKind.Refused));

        Assert.Equal(SocketError.ConnectionRefused, (await Assert.ThrowsAsync<SocketException>(() => RawClient.ConnectAsync(port))).SocketErrorCode);
        lab.Router.ClearFaults();
        Assert.Equal(port, lab.Router.Port);
        await using var client = await RawClient.LoginAsync(port);
    }

    [Fact]
    public async Task Counter_reset_keeps_the_sessions()
    {
        var clock = new LabClock();
        await using var lab = LabRouters.Start("7.18", sessions: 20, time: clock);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var before = await ReadAsync();

        lab.Router.Throw(new(LabFaultKind.CounterReset));
        var after = await ReadAsync();

        Assert.Equal(before.Select(b => b.Value(".id")), after.Select(a => a.Value(".id")));
        Assert.True(before.Sum(b => b.Number("tx-byte")) > 0);
        Assert.Equal(0, after.Sum(a => a.Number("tx-byte")));

        Task<List<RawClient.Sentence>> ReadAsync() => client.RowsAsync("/interface/print");
    }

    [Fact]
    public async Task Reboot_takes_its_time_then_everything_is_new()
    {
        var clock = new LabClock();
        await using var lab = LabRouters.Start("7.18", sessions: 20, time: clock);
        var port = lab.Router.Port;
        await using var client = await RawClient.LoginAsync(port);
        var online = lab.Router.Status().PppSessions;
        lab.Router.Throw(new(LabFaultKind.Reboot) { Duration = Moment });
        await client.SendAsync("/system/identity/print");

        // The old connection is reset when the router is back, which knows nothing of it.
        await Assert.ThrowsAnyAsync<IOException>(() => client.ReadAsync());
        await using var again = await LoginWhenUpAsync(port);

        Assert.Equal("0s", Assert.Single(await again.RowsAsync("/system/resource/print")).Value("uptime"));
        Assert.Empty(await again.RowsAsync("/ppp/active/print"));
        Assert.Equal(0, (await again.RowsAsync("/interface/print", "?name=ether1"))[0].Number("rx-byte"));
        clock.Move(TimeSpan.FromSeconds(61));
        Assert.Equal(online, (await again.RowsAsync("/ppp/active/print")).Count);
    }

    [Fact]
    public async Task Without_power_connecting_times_out_and_with_power_it_returns()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 5);
        var control = new LabControl { Network = lab.Network };
        await using var open = await RawClient.LoginAsync(lab.Router.Port);

        Assert.True((await control.PowerOffAsync("RTR-TEST-1")).Succeeded);
        Assert.False(Assert.Single(control.Routers()).IsPoweredOn);
        await open.SendAsync("/system/identity/print");
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => open.ReadAsync(Moment));
        using (var socket = new Socket(SocketType.Stream, ProtocolType.Tcp))
        {
            using var deadline = new CancellationTokenSource(Moment);
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => socket.ConnectAsync(System.Net.IPAddress.Loopback, lab.Router.Port, deadline.Token).AsTask());
        }

        Assert.True((await control.PowerOnAsync("RTR-TEST-1")).Succeeded);
        await using var again = await LoginWhenUpAsync(lab.Router.Port);
        Assert.True(Assert.Single(control.Routers()).IsPoweredOn);
    }

    [Fact]
    public async Task Faults_of_one_router_leave_the_others_alone()
    {
        await using var lab = LabRouters.Start(["7.24", "6.49"], sessions: 3);
        var control = new LabControl { Network = lab.Network };
        await control.ThrowAsync("RTR-TEST-1", new(LabFaultKind.Refused));

        await using var other = await RawClient.LoginAsync(lab.Routers[1].Port);
        Assert.Equal(LabFaultKind.Refused, Assert.Single(control.Routers()[0].Faults).Kind);
        Assert.Empty(control.Routers()[1].Faults);
        Assert.Equal("lab.router_not_found", (await control.ClearAsync("nobody")).Error?.Code);
        Assert.Equal("lab.not_running", (await new LabControl().KickAllAsync("RTR-TEST-1")).Error?.Code);
    }

    private static async Task<RawClient> LoginWhenUpAsync(int port)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                return await RawClient.LoginAsync(port);
            }
            catch (Exception e) when (attempt < 40 && e is IOException or SocketException or OperationCanceledException)
            {
                await Task.Delay(50);
            }
        }
    }
}
