using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IspPortal.Tests.RouterOs;

public sealed class PoolTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_router_has_one_client_until_its_endpoint_changes()
    {
        string[]? farewell = null;
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            var words = await session.ReadSentenceAsync();
            Interlocked.CompareExchange(ref farewell, words, null);
            await session.SendAsync("!fatal", "session terminated on request");
        });
        await using var services = Services();
        var pool = services.GetRequiredService<IRouterOsPool>();
        var endpoint = router.Endpoint();

        var client = pool.Get(endpoint);
        Assert.True((await client.ConnectAsync(Ct)).Succeeded);
        Assert.Same(client, pool.Get(endpoint with { }));

        var changed = pool.Get(endpoint with { Password = "another" });
        Assert.NotSame(client, changed);
        await Poll.UntilAsync(() => Volatile.Read(ref farewell) is not null);
        Assert.Equal(["/quit"], farewell!);
        Assert.Equal("routeros.closed", (await client.ConnectAsync(Ct)).Error?.Code);
        Assert.True((await changed.ConnectAsync(Ct)).Succeeded);
    }

    [Fact]
    public async Task Removing_and_disposing_close_with_quit()
    {
        var farewells = 0;
        await using var router = ScriptedRouter.StartLoggedIn(async session =>
        {
            Assert.Equal(["/quit"], await session.ReadSentenceAsync());
            Interlocked.Increment(ref farewells);
            await session.SendAsync("!fatal", "session terminated on request");
        });
        var services = Services();
        var pool = services.GetRequiredService<IRouterOsPool>();
        var first = router.Endpoint();
        await pool.Get(first).ConnectAsync(Ct);
        await pool.Get(router.Endpoint()).ConnectAsync(Ct);

        await pool.RemoveAsync(first.RouterId);
        Assert.Equal(1, farewells);
        await services.DisposeAsync();
        Assert.Equal(2, farewells);
    }

    [Fact]
    public async Task A_dead_peer_does_not_hold_the_way_out()
    {
        await using var router = ScriptedRouter.StartLoggedIn(async session => await Task.Delay(Timeout.Infinite, session.Stopped));
        var client = TestClients.New(router.Endpoint());
        await client.ConnectAsync(Ct);

        await client.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(5), Ct);

        Assert.Equal(RouterOsLinkState.Closed, client.State);
    }

    [Fact]
    public void A_setting_that_cannot_work_stops_the_start()
    {
        using var services = Services(KeyValuePair.Create("RouterOs:MaxInFlight", (string?)"0"));

        var failure = Assert.Throws<OptionsValidationException>(() => services.GetRequiredService<IOptions<RouterOsOptions>>().Value);
        Assert.Contains("MaxInFlight", failure.Message, StringComparison.Ordinal);
    }

    private static ServiceProvider Services(params KeyValuePair<string, string?>[] settings) =>
        new ServiceCollection()
            .AddSingleton<IConfiguration>(new ConfigurationBuilder().AddInMemoryCollection(settings).Build())
            .AddLogging()
            .AddRouterOs()
            .BuildServiceProvider();
}
