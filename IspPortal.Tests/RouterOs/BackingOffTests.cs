using System.Net;
using System.Net.Sockets;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Connections;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.RouterOs;

public sealed class BackingOffTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public void Waits_grow_to_a_minute_and_never_beyond()
    {
        var time = new ManualClock();
        var breaker = new CircuitBreaker(time, new Random(7));
        double[] longest = [2, 3, 5, 10, 20, 40, 60, 60, 60];

        foreach (var seconds in longest)
        {
            breaker.Failed(RouterOsErrors.Silent(TimeSpan.FromSeconds(5)));
            Assert.InRange(breaker.Remaining(out var cause).TotalSeconds, seconds * 0.75, seconds * 0.95);
            Assert.Equal("routeros.silent", cause?.Code);
            time.Advance(TimeSpan.FromSeconds(seconds));
            Assert.Equal(TimeSpan.Zero, breaker.Remaining(out _));
        }

        breaker.Worked();
        breaker.Failed(RouterOsErrors.Closed());
        Assert.InRange(breaker.Remaining(out _).TotalSeconds, 1.5, 1.9);
    }

    [Fact]
    public void A_connection_that_keeps_falling_is_waited_for_longer_until_a_command_succeeds()
    {
        var breaker = new CircuitBreaker(new ManualClock(), new Random(7));
        (double Least, double Most)[] waits = [(0.1, 0.4), (1.5, 1.9), (2.25, 2.85)];
        foreach (var (least, most) in waits)
        {
            breaker.Dropped(RouterOsErrors.Closed());
            Assert.InRange(breaker.Remaining(out _).TotalSeconds, least, most);
        }

        breaker.Worked();
        breaker.Dropped(RouterOsErrors.Closed());
        Assert.InRange(breaker.Remaining(out _).TotalSeconds, 0.1, 0.4);
    }

    [Fact]
    public void A_hundred_routers_do_not_come_back_in_step()
    {
        var waits = Enumerable.Range(0, 100).Select(seed =>
        {
            var breaker = new CircuitBreaker(new ManualClock(), new Random(seed));
            breaker.Failed(RouterOsErrors.Closed());
            return Math.Round(breaker.Remaining(out _).TotalMilliseconds);
        });

        Assert.True(waits.Distinct().Count() > 50);
    }

    [Fact]
    public async Task Polls_at_2_and_5_seconds_dial_and_those_between_are_told_at_once()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        var port = ((IPEndPoint)listener.LocalEndpoint).Port;
        listener.Stop();
        var time = new ManualClock();
        await using var client = TestClients.New(new RouterEndpoint(Guid.CreateVersion7(), "127.0.0.1", port, false, "a", "b", null), timeProvider: time);
        (double At, string Code)[] expected =
            [(0, "routeros.refused"), (0.1, "routeros.circuit_open"), (2, "routeros.refused"), (3, "routeros.circuit_open"), (5, "routeros.refused"), (6, "routeros.circuit_open")];

        var now = 0.0;
        foreach (var (at, code) in expected)
        {
            time.Advance(TimeSpan.FromSeconds(at - now));
            now = at;
            var result = await client.ExecuteAsync(new RouterOsCommand("/x"), Ct);
            Assert.Equal((at, code), (at, result.Error?.Code));
        }

        var open = (await client.ConnectAsync(Ct)).Error!;
        Assert.Equal("routeros.refused", open.Arguments[1]);
        Assert.Equal(3, client.Cost.Dials);
    }

    [Fact]
    public async Task Callers_that_come_together_share_one_dial()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            while (true)
            {
                var (_, tag) = await session.ReadCommandAsync();
                await session.SendAsync("!done", tag);
            }
        });
        await using var client = TestClients.New(router.Endpoint());

        var results = await Task.WhenAll(Enumerable.Range(0, 20).Select(_ => client.ExecuteAsync(new RouterOsCommand("/x"), Ct)));

        Assert.All(results, r => Assert.True(r.Succeeded, r.Error?.ToString()));
        Assert.Equal(1, router.Accepted);
    }
}
