using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Tests.RouterOs;

public sealed class CancellingAndStreamingTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;
    private static readonly RouterOsCommand Listen = new("/ppp/active/listen");

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_cancelled_command_is_drained_in_either_order_of_its_ends(bool cancelEndsFirst)
    {
        var started = new TaskCompletionSource();
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (_, tag) = await session.ReadCommandAsync();
            await session.SendAsync("!re", tag, "=seq=0");
            started.SetResult();
            var (words, cancelTag) = await session.ReadCommandAsync();
            Assert.Equal(["/cancel", "=" + tag[1..]], words);
            await session.SendAsync("!re", tag, "=seq=1");
            await session.SendAsync("!trap", "=category=2", "=message=interrupted", tag);
            await session.SendAsync("!done", cancelEndsFirst ? cancelTag : tag);
            await session.SendAsync("!done", cancelEndsFirst ? tag : cancelTag);
            (_, tag) = await session.ReadCommandAsync();
            await session.SendAsync("!re", tag, "=name=next");
            await session.SendAsync("!done", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());
        using var patience = new CancellationTokenSource();

        var ping = client.PrintAsync(new RouterOsCommand("/tool/ping").With("address", "10.0.0.1"), patience.Token);
        await started.Task;
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => ping);

        Assert.Equal("next", (await client.PrintAsync(new RouterOsCommand("/x/print"), Ct)).Value[0]["name"]);
        Assert.Equal(1, router.Accepted);
    }

    [Fact]
    public async Task A_cancelled_command_that_goes_on_being_silent_costs_the_connection()
    {
        await using var router = ScriptedRouter.StartLoggedIn(session => session.StaySilentAsync());
        await using var client = TestClients.New(router.Endpoint(), TestClients.Hasty);
        await client.ConnectAsync(Ct);
        using var patience = new CancellationTokenSource(TimeSpan.FromMilliseconds(50));

        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => client.ExecuteAsync(new RouterOsCommand("/x"), patience.Token));
        await Poll.UntilAsync(() => client.State == RouterOsLinkState.Faulted);

        Assert.Equal("routeros.silent", client.LastFault?.Code);
    }

    [Fact]
    public async Task At_most_four_commands_are_in_flight_and_an_abandoned_one_keeps_its_place()
    {
        var received = 0;
        var release = new TaskCompletionSource();
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var tags = new List<string>();
            while (tags.Count < 4)
            {
                var (words, tag) = await session.ReadCommandAsync();
                Assert.Equal("/x", words[0]);
                tags.Add(tag);
                Interlocked.Increment(ref received);
            }

            var (cancel, cancelTag) = await session.ReadCommandAsync();
            Assert.Equal("/cancel", cancel[0]);
            await session.SendAsync("!done", cancelTag);
            Interlocked.Increment(ref received);
            await release.Task;
            await session.SendAsync("!done", tags[0]);
            var (_, fifth) = await session.ReadCommandAsync();
            tags[0] = fifth;
            foreach (var tag in tags)
            {
                await session.SendAsync("!done", tag);
            }

            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());
        using var patience = new CancellationTokenSource();

        await client.ConnectAsync(Ct);
        var first = client.ExecuteAsync(new RouterOsCommand("/x"), patience.Token);
        await Poll.UntilAsync(() => Volatile.Read(ref received) == 1);
        var others = Enumerable.Range(0, 4).Select(_ => client.ExecuteAsync(new RouterOsCommand("/x"), Ct)).ToArray();
        await Poll.UntilAsync(() => Volatile.Read(ref received) == 4);
        await patience.CancelAsync();
        await Assert.ThrowsAnyAsync<OperationCanceledException>(() => first);
        await Poll.UntilAsync(() => Volatile.Read(ref received) == 5);
        Assert.Contains(others, o => !o.IsCompleted);
        release.SetResult();

        Assert.All(await Task.WhenAll(others), r => Assert.True(r.Succeeded, r.Error?.ToString()));
    }

    [Fact]
    public async Task A_stream_gives_rows_as_they_come_beside_other_commands_and_is_cancelled_when_left()
    {
        string[]? cancelled = null;
        var streamTag = "";
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            (_, streamTag) = await session.ReadCommandAsync();
            await session.SendAsync("!re", streamTag, "=.id=*1", "=name=budi");
            var (_, tag) = await session.ReadCommandAsync();
            await session.SendAsync("!re", streamTag, "=.id=*1", "=.dead=true");
            await session.SendAsync("!done", tag);
            (cancelled, tag) = await session.ReadCommandAsync();
            await session.SendAsync("!trap", "=category=2", "=message=interrupted", streamTag);
            await session.SendAsync("!done", tag);
            await session.SendAsync("!done", streamTag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());
        var rows = new List<RouterOsRow>();

        var opened = await client.OpenStreamAsync(Listen, Ct);
        await using (var stream = opened.Value)
        {
            await foreach (var row in stream.WithCancellation(Ct))
            {
                rows.Add(row);
                if (rows.Count == 2)
                {
                    break;
                }

                Assert.True((await client.ExecuteAsync(new RouterOsCommand("/x"), Ct)).Succeeded);
            }
        }

        await Poll.UntilAsync(() => cancelled is not null);
        Assert.Equal(["/cancel", "=" + streamTag[1..]], cancelled!);
        Assert.Equal([false, true], rows.Select(r => r.IsDead));
        Assert.True(opened.Value.HasEnded);
        Assert.Null(opened.Value.EndReason);
    }

    [Theory]
    [InlineData("trap", "routeros.trap_bad_value")]
    [InlineData("end", "routeros.closed")]
    public async Task A_stream_says_why_it_ended(string how, string code)
    {
        var isOpen = new TaskCompletionSource();
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            // A router that left before the stream was there would be a stream that did not open.
            var (_, tag) = await session.ReadCommandAsync();
            await isOpen.Task.WaitAsync(Ct);
            if (how == "trap")
            {
                await session.SendAsync("!trap", "=message=unknown parameter follow-only", tag);
                await session.SendAsync("!done", tag);
                await session.StaySilentAsync();
            }
        });
        await using var client = TestClients.New(router.Endpoint());

        await using var stream = (await client.OpenStreamAsync(Listen, Ct)).Value;
        isOpen.SetResult();
        var rows = await stream.CountAsync();

        Assert.Equal(0, rows);
        Assert.Equal(code, stream.EndReason?.Code);
    }

    [Fact]
    public async Task A_stream_whose_reader_is_too_slow_ends_and_holds_nothing_else_up()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var (_, tag) = await session.ReadCommandAsync();
            for (var i = 0; i < 20; i++)
            {
                await session.SendAsync("!re", tag, $"=seq={i}");
            }

            while (true)
            {
                var (words, other) = await session.ReadCommandAsync();
                if (words[0] == "/cancel")
                {
                    await session.SendAsync("!done", tag);
                }

                await session.SendAsync("!done", other);
            }
        });
        var options = TestClients.Options;
        options.StreamBacklog = 8;
        await using var client = TestClients.New(router.Endpoint(), options);

        await using var stream = (await client.OpenStreamAsync(Listen, Ct)).Value;
        await Poll.UntilAsync(() => stream.HasEnded);

        Assert.True((await client.ExecuteAsync(new RouterOsCommand("/x"), Ct)).Succeeded);
        Assert.Equal("routeros.stream_overrun", stream.EndReason?.Code);
        Assert.Equal(8, await stream.CountAsync());
        Assert.Equal(1, router.Accepted);
    }

    [Fact]
    public async Task A_quiet_listen_lives_on_but_a_monitor_with_a_deadline_does_not()
    {
        await using var router = ScriptedRouter.StartLoggedIn(session => session.StaySilentAsync());
        await using var client = TestClients.New(router.Endpoint(), TestClients.Hasty);

        await using var listen = (await client.OpenStreamAsync(Listen, Ct)).Value;
        await using var monitor = (await client.OpenStreamAsync(new RouterOsCommand("/interface/monitor-traffic").Deadlines(TimeSpan.FromMilliseconds(900), null), Ct)).Value;
        await Poll.UntilAsync(() => monitor.HasEnded);

        Assert.Equal("routeros.silent", monitor.EndReason?.Code);
    }
}
