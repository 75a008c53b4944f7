using System.Net;
using System.Net.Sockets;
using IspPortal.Core.Common.Results;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Tests.RouterOs;

/// <summary>Each ends as a coded error, closes the connection, and the next read on a fresh one is right.</summary>
public sealed class BadDaysTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly RouterOsCommand Print = new("/ppp/active/print");

    [Fact]
    public async Task A_closed_port_is_refused()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        await using var client = TestClients.New(new RouterEndpoint(Guid.CreateVersion7(), "127.0.0.1", port, false, "a", "b", null));

        Assert.Equal("routeros.refused", (await client.ConnectAsync(Ct)).Error?.Code);
    }

    [Theory]
    [InlineData("no-such-router.invalid")]
    [InlineData("not a host name at all")]
    public async Task A_name_that_is_not_known(string host)
    {
        await using var client = TestClients.New(new RouterEndpoint(Guid.CreateVersion7(), host, 8728, false, "a", "b", null));

        Assert.Contains((await client.ConnectAsync(Ct)).Error?.Code, new[] { "routeros.host_unknown", "routeros.unreachable" });
    }

    [Fact]
    public async Task A_router_that_accepts_and_never_answers_is_silent()
    {
        await using var router = ScriptedRouter.Start(session => session.StaySilentAsync());
        await using var client = TestClients.New(router.Endpoint(), TestClients.Hasty);

        Assert.Equal("routeros.silent", (await client.ConnectAsync(Ct)).Error?.Code);
    }

    [Theory]
    [InlineData("silence", "routeros.silent")]
    [InlineData("stall in a word", "routeros.silent")]
    [InlineData("end", "routeros.closed")]
    [InlineData("end in a word", "routeros.closed")]
    [InlineData("reset", "routeros.closed")]
    [InlineData("control byte", "routeros.protocol_error")]
    [InlineData("garbage", "routeros.protocol_error")]
    [InlineData("huge word", "routeros.protocol_error")]
    [InlineData("untagged", "routeros.protocol_error")]
    [InlineData("foreign tag", "routeros.protocol_error")]
    [InlineData("fatal", "routeros.fatal")]
    public async Task A_table_that_breaks_off_fails_and_the_next_one_is_whole(string fault, string code)
    {
        var connections = 0;
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var broken = Interlocked.Increment(ref connections) == 1;
            var (_, tag) = await session.ReadCommandAsync();
            await session.SendAsync("!re", tag, "=.id=*1", "=name=a");
            if (broken)
            {
                await BreakAsync(session, fault, tag);
                return;
            }

            await session.SendAsync("!re", tag, "=.id=*2", "=name=b");
            await session.SendAsync("!done", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint(), TestClients.Hasty);

        var failed = await client.ReadAsync(Print, PppActiveReader.Instance, [], Ct);
        var good = new List<PppActiveRow>();
        var whole = await client.ReadAsync(Print, PppActiveReader.Instance, good, Ct);

        Assert.Equal(code, failed.Error?.Code);
        Assert.True(whole.Succeeded, whole.Error?.ToString());
        Assert.Equal(["a", "b"], good.Select(r => r.Name));
        Assert.Equal(2, router.Accepted);
        Assert.Equal(1, client.Cost.Failures);
    }

    [Fact]
    public async Task A_late_reply_never_reaches_the_next_command()
    {
        var connections = 0;
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var first = Interlocked.Increment(ref connections) == 1;
            var (words, tag) = await session.ReadCommandAsync();
            if (first)
            {
                await session.StaySilentAsync();
            }

            await session.SendAsync("!re", tag, "=asked=" + words[0]);
            await session.SendAsync("!done", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint(), TestClients.Hasty);

        Assert.Equal("routeros.silent", (await client.PrintAsync(new RouterOsCommand("/first"), Ct)).Error?.Code);
        Assert.Equal("/second", (await client.PrintAsync(new RouterOsCommand("/second"), Ct)).Value[0]["asked"]);
    }

    [Fact]
    public async Task A_reply_that_trickles_in_is_read()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (_, tag) = await session.ReadCommandAsync();
            byte[] reply = [.. ScriptedSession.Encode("!re", tag, "=name=" + new string('n', 200)), .. ScriptedSession.Encode("!done", tag)];
            foreach (var one in reply)
            {
                await session.SendRawAsync([one]);
                await Task.Yield();
            }

            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        Assert.Equal(200, (await client.PrintAsync(Print, Ct)).Value[0]["name"]!.Length);
    }

    [Fact]
    public async Task A_reply_without_end_is_cut_off_in_time()
    {
        await using var router = ScriptedRouter.StartLoggedIn(SendRowsForEverAsync);
        await using var client = TestClients.New(router.Endpoint());

        var result = await client.ExecuteAsync(Print.Deadlines(null, TimeSpan.FromMilliseconds(300)), Ct);

        Assert.Equal("routeros.timeout", result.Error?.Code);
        Assert.Equal(ErrorKind.Timeout, result.Error?.Kind);
    }

    [Theory]
    [InlineData(1000, long.MaxValue)]
    [InlineData(int.MaxValue, 100_000)]
    public async Task A_reply_without_end_is_cut_off_in_size(int maxRows, long maxBytes)
    {
        await using var router = ScriptedRouter.StartLoggedIn(SendRowsForEverAsync);
        var options = TestClients.Options;
        options.Limits = options.Limits with { MaxReplyRows = maxRows, MaxReplyBytes = maxBytes };
        await using var client = TestClients.New(router.Endpoint(), options);

        var result = await client.PrintAsync(Print, Ct);

        Assert.Equal("routeros.protocol_error", result.Error?.Code);
        Assert.InRange(client.Cost.BytesIn, 1, 4_000_000);
    }

    [Fact]
    public async Task A_command_on_a_closed_line_fails_the_others_on_it_too()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            await session.ReadCommandAsync();
            await session.ReadCommandAsync();
            session.Socket.Close(0);
        });
        await using var client = TestClients.New(router.Endpoint());

        var both = await Task.WhenAll(client.PrintAsync(Print, Ct), client.PrintAsync(Print, Ct));

        Assert.All(both, r => Assert.Equal("routeros.closed", r.Error?.Code));
        Assert.Equal("routeros.closed", client.LastFault?.Code);
    }

    [Fact]
    public async Task Names_of_any_bytes_come_through()
    {
        byte[][] names = ["budi <1>=x\n"u8.ToArray(), "Ωmega 家"u8.ToArray(), [(byte)'J', 0xE9], [0, 1, 0xFF]];
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (_, tag) = await session.ReadCommandAsync();
            foreach (var name in names)
            {
                await session.SendRawAsync(ScriptedSession.Encode("!re"u8.ToArray(), System.Text.Encoding.ASCII.GetBytes(tag), [.. "=name="u8, .. name]));
            }

            await session.SendAsync("!done", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());
        var rows = new List<PppActiveRow>();

        await client.ReadAsync(Print, PppActiveReader.Instance, rows, Ct);

        Assert.Equal(["budi <1>=x\n", "Ωmega 家", "Jé", "\0\u0001ÿ"], rows.Select(r => r.Name));
    }

    private static async Task BreakAsync(ScriptedSession session, string fault, string tag)
    {
        switch (fault)
        {
            case "silence":
                await session.StaySilentAsync();
                break;
            case "stall in a word":
                await session.SendRawAsync([3, (byte)'!']);
                await session.StaySilentAsync();
                break;
            case "end in a word":
                await session.SendRawAsync([3, (byte)'!']);
                break;
            case "reset":
                session.Socket.LingerState = new LingerOption(true, 0);
                session.Socket.Close();
                break;
            case "control byte":
                await session.SendRawAsync([0xF8, 1, 2]);
                await session.StaySilentAsync();
                break;
            case "garbage":
                await session.SendRawAsync("HTTP/1.1 400 Bad Request\r\n\r\n\0"u8.ToArray());
                await session.SendRawAsync(new byte[200]);
                await session.StaySilentAsync();
                break;
            case "huge word":
                await session.SendRawAsync([0xEF, 0xFF, 0xFF, 0xFF]);
                await session.StaySilentAsync();
                break;
            case "untagged":
                await session.SendAsync("!re", "=name=whose");
                await session.StaySilentAsync();
                break;
            case "foreign tag":
                await session.SendAsync("!re", ".tag=99999", "=name=whose");
                await session.StaySilentAsync();
                break;
            case "fatal":
                await session.SendAsync("!fatal", "router is going down");
                await session.StaySilentAsync();
                break;
        }

        Assert.NotEmpty(tag);
    }

    private static async Task SendRowsForEverAsync(ScriptedSession session)
    {
        var (_, tag) = await session.ReadCommandAsync();
        while (true)
        {
            await session.SendAsync("!re", tag, "=name=again and again");
        }
    }
}
