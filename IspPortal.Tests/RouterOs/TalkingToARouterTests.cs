using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;

namespace IspPortal.Tests.RouterOs;

public sealed class TalkingToARouterTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task Print_gives_rows_and_version()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (words, tag) = await session.ReadCommandAsync();
            Assert.Equal(["/interface/print", "?type=ether", "=.proplist=name,mtu"], words);
            await session.SendAsync("!re", tag, "=.id=*1", "=name=ether1", "=mtu=1500", "=running=true", "=uptime=1w2d3h4m5s", "=comment=a=b=c");
            await session.SendAsync("!re", "=.id=*2", "=name=", tag);
            await session.SendAsync("!done", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        var rows = await client.PrintAsync(new RouterOsCommand("/interface/print").Where("type=ether").Proplist("name", "mtu"), Ct);

        Assert.True(rows.Succeeded, rows.Error?.ToString());
        Assert.Equal(2, rows.Value.Count);
        Assert.Equal("ether1", rows.Value[0]["name"]);
        Assert.Equal(1500, rows.Value[0].Long("mtu"));
        Assert.True(rows.Value[0].Bool("running"));
        Assert.Equal(new TimeSpan(9, 3, 4, 5), rows.Value[0].Duration("uptime"));
        Assert.Equal("a=b=c", rows.Value[0]["comment"]);
        Assert.Equal("", rows.Value[1]["name"]);
        Assert.Null(rows.Value[1]["mtu"]);
        Assert.Equal("7.20.4 (stable)", client.Version?.ToString());
        Assert.Equal(RouterOsLinkState.Open, client.State);
    }

    [Fact]
    public async Task Execute_gives_ret()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (_, tag) = await session.ReadCommandAsync();
            await session.SendAsync("!done", "=ret=*28E", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        var done = await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/add").With("name", "budi"), Ct);

        Assert.Equal("*28E", done.Value.Ret);
    }

    [Fact]
    public async Task A_typed_read_fills_the_collection()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (_, tag) = await session.ReadCommandAsync();
            for (var i = 0; i < 500; i++)
            {
                await session.SendAsync(
                    "!re", tag, $"=.id=*{i:X}", $"=name=user{i}", "=service=pppoe", "=caller-id=AA:BB:CC:00:11:22", "=address=10.0.0.1", "=uptime=1d02:03:04", "=session-id=0x81100000");
            }

            await session.SendAsync("!done", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());
        var rows = new List<PppActiveRow>();

        var read = await client.ReadAsync(PppActiveReader.Command, PppActiveReader.Instance, rows, Ct);

        Assert.Equal(500, read.Value);
        Assert.Equal(new PppActiveRow("*1F3", "user499", "pppoe", "AA:BB:CC:00:11:22", "10.0.0.1", new TimeSpan(1, 2, 3, 4), 0x81100000), rows[^1]);
        Assert.Same(rows[0].Service, rows[1].Service);
        Assert.Equal(501, client.Cost.Rows);
    }

    [Fact]
    public async Task A_table_without_rows_is_empty_before_and_after_7_18()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (_, first) = await session.ReadCommandAsync();
            await session.SendAsync("!empty", first);
            await session.SendAsync("!done", first);
            var (_, second) = await session.ReadCommandAsync();
            await session.SendAsync("!done", second);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        Assert.Empty((await client.PrintAsync(new RouterOsCommand("/ppp/active/print"), Ct)).Value);
        Assert.Empty((await client.PrintAsync(new RouterOsCommand("/ppp/active/print"), Ct)).Value);
    }

    [Fact]
    public async Task Replies_that_interleave_reach_their_own_commands()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (firstWords, first) = await session.ReadCommandAsync();
            var (secondWords, second) = await session.ReadCommandAsync();
            await session.SendAsync("!re", second, $"=name={secondWords[0]}");
            await session.SendAsync("!re", first, $"=name={firstWords[0]}");
            await session.SendAsync("!done", second);
            await session.SendAsync("!re", first, $"=name={firstWords[0]}");
            await session.SendAsync("!done", first);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        var a = client.PrintAsync(new RouterOsCommand("/a/print"), Ct);
        var b = client.PrintAsync(new RouterOsCommand("/b/print"), Ct);

        Assert.Equal(["/a/print", "/a/print"], (await a).Value.Select(r => r["name"]));
        Assert.Equal(["/b/print"], (await b).Value.Select(r => r["name"]));
        Assert.Equal(1, router.Accepted);
    }
}
