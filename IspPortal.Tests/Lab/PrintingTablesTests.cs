using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class PrintingTablesTests
{
    [Fact]
    public async Task Proplist_gives_exactly_these_in_this_order()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 5);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var rows = await client.RowsAsync("/interface/print", "=.proplist=rx-byte,name,.id,nonsense,comment", "?name=ether1");

        Assert.Equal(["rx-byte", "name", ".id", "comment"], Assert.Single(rows).Names);
    }

    [Fact]
    public async Task Count_only_counts_what_passes()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 25);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var online = await client.RowsAsync("/ppp/active/print");

        var all = Assert.Single(await client.CallAsync("/ppp/active/print", "=count-only="));
        var one = Assert.Single(await client.CallAsync("/ppp/active/print", "=count-only=", $"?name={online[0].Value("name")}"));

        Assert.Equal($"{online.Count}", all.Value("ret"));
        Assert.Equal("1", one.Value("ret"));
    }

    [Theory]
    [InlineData("6.49", false)]
    [InlineData("7.12", false)]
    [InlineData("7.18", true)]
    [InlineData("7.24", true)]
    public async Task No_rows_are_said_in_the_words_of_the_version(string version, bool saysEmpty)
    {
        await using var lab = LabRouters.Start(version, sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var reply = await client.CallAsync("/ppp/active/print", ".tag=9");

        Assert.Equal(saysEmpty ? ["!empty", "!done"] : ["!done"], reply.Select(s => s.Word));
        Assert.All(reply, s => Assert.Equal("9", s.Tag));
    }

    [Fact]
    public async Task An_id_or_a_name_or_a_query_finds_a_row()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 3);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var secret = (await client.RowsAsync("/ppp/secret/print"))[1];

        foreach (var words in (string[][])[[$"=.id={secret.Value(".id")}"], [$"=.id={secret.Value("name")}"], [$"?.id={secret.Value(".id")}"], [$"?name={secret.Value("name")}"]])
        {
            Assert.Equal(secret.Words, Assert.Single(await client.RowsAsync(["/ppp/secret/getall", .. words])).Words);
        }

        Assert.Equal("no such item", await client.TrapAsync("/ppp/secret/print", "=.id=*FFFF"));
    }

    [Fact]
    public async Task Replies_of_two_tags_interleave_and_keep_their_tags()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 300, tuning: new(RowsPerSecond: 4_000));
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.SendAsync("/interface/print", ".tag=big");
        await client.SendAsync("/system/identity/print", ".tag=small");

        var order = new List<string>();
        while (order.Count(w => w.StartsWith("!done", StringComparison.Ordinal)) < 2)
        {
            var sentence = await client.ReadAsync();
            order.Add($"{sentence.Word} {sentence.Tag}");
        }

        Assert.True(order.IndexOf("!done small") < order.IndexOf("!done big"));
        Assert.Equal(1, order.Count(o => o == "!re small"));
    }

    [Fact]
    public async Task Rows_leave_at_the_routers_pace()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 600, tuning: new(RowsPerSecond: 1_000));
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var started = TimeProvider.System.GetTimestamp();
        var rows = await client.RowsAsync("/interface/print", "=.proplist=name");
        var took = TimeProvider.System.GetElapsedTime(started);

        // Less the 100 rows that a rested router has in hand.
        Assert.True(took > TimeSpan.FromMilliseconds(rows.Count - 150), $"{rows.Count} rows in {took.TotalMilliseconds} ms");
    }

    [Fact]
    public async Task Requests_beyond_the_burst_wait()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0, tuning: new(RequestBurst: 20, RequestsPerSecond: 50));
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var started = TimeProvider.System.GetTimestamp();
        for (var i = 0; i < 40; i++)
        {
            await client.RowsAsync("/system/identity/print");
        }

        Assert.True(TimeProvider.System.GetElapsedTime(started) > TimeSpan.FromMilliseconds(350));
    }

    [Fact]
    public async Task Long_words_come_back_whole()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        foreach (var length in (int[])[127, 128, 16_383, 16_384, 70_000, 2_200_000])
        {
            var text = new string('é', length);
            await client.CallAsync("/system/identity/set", $"=name={text}");

            Assert.Equal(text, Assert.Single(await client.RowsAsync("/system/identity/print")).Value("name"));
        }
    }

    [Fact]
    public async Task A_sentence_may_arrive_byte_by_byte()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 0);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        foreach (var one in RawClient.Encode("/system/identity/print", ".tag=x"))
        {
            await client.SendBytesAsync([one]);
        }

        Assert.Equal("x", (await client.ReadAsync()).Tag);
    }

    [Fact]
    public async Task Interval_prints_again_until_cancelled()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 1);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        await client.SendAsync("/system/identity/print", "=interval=200ms", ".tag=i");
        for (var i = 0; i < 3; i++)
        {
            Assert.Equal("!re", (await client.ReadAsync()).Word);
        }

        await client.SendAsync("/cancel", "=tag=i", ".tag=c");
        var rest = new List<RawClient.Sentence>();
        while (rest.Count(s => s.Word == "!done") < 2)
        {
            rest.Add(await client.ReadAsync());
        }

        Assert.Equal(["!trap i", "!done c", "!done i"], rest.Where(s => s.Word != "!re").Select(s => $"{s.Word} {s.Tag}"));
        Assert.Equal("interrupted", rest.Single(s => s.Word == "!trap").Value("message"));
        Assert.Equal("2", rest.Single(s => s.Word == "!trap").Value("category"));
    }

    [Fact]
    public async Task Nasty_names_come_back_byte_for_byte()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 30);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);
        var wanted = Infrastructure.Lab.Sample.SampleIsp.SubscribersOf(0, 30).Where(s => s.Kind == Infrastructure.Lab.Sessions.AccessKind.Pppoe).ToList();

        var names = (await client.RowsAsync("/ppp/active/print")).Select(r => r.Value("name")!).ToList();

        Assert.Equal(wanted.Select(s => s.RouterUsername).Order(StringComparer.Ordinal), names.Order(StringComparer.Ordinal));
        Assert.Contains(names, n => n.Contains('='));
        Assert.Contains(names, n => n.Contains(' '));
        Assert.Contains(names, n => n.StartsWith('<'));
        Assert.Contains(names, n => n.Any(c => c > 127));
    }
}
