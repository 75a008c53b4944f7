using System.Security.Cryptography;
using System.Text;
using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.Logging;

namespace IspPortal.Tests.RouterOs;

public sealed class LoggingInTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task A_router_before_6_43_gets_the_answer_to_its_challenge()
    {
        const string Challenge = "00112233445566778899aabbccddeeff";
        string[]? second = null;
        await using var router = ScriptedRouter.Start(async session =>
        {
            await session.ReadSentenceAsync();
            await session.SendAsync("!done", "=ret=" + Challenge);
            second = await session.ReadSentenceAsync();
            await session.SendAsync("!done");
            var (_, tag) = await session.ReadCommandAsync();
            await session.SendAsync("!re", tag, "=version=6.42.12 (long-term)");
            await session.SendAsync("!done", tag);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint("rahasia"));

        Assert.True((await client.ConnectAsync(Ct)).Succeeded);

#pragma warning disable CA5351 // What the protocol asks for.
        var digest = MD5.HashData([0, .. Encoding.UTF8.GetBytes("rahasia"), .. Convert.FromHexString(Challenge)]);
#pragma warning restore CA5351
        Assert.Equal(["/login", "=name=portal", "=response=00" + Convert.ToHexStringLower(digest)], second!);
        Assert.Equal(new RouterOsVersion(6, 42, 12, Channel: "long-term"), client.Version);
    }

    [Fact]
    public async Task Login_sends_name_and_password_at_once()
    {
        string[]? first = null;
        await using var router = ScriptedRouter.Start(async session =>
        {
            first = await session.ReadSentenceAsync();
            await session.SendAsync("!done");
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint(), TestClients.Hasty);

        await client.ConnectAsync(Ct);

        Assert.Equal(["/login", "=name=portal", "=password=secret"], first!);
    }

    [Theory]
    [InlineData("invalid user name or password (6)", "routeros.login_failed")]
    [InlineData("cannot log in", "routeros.login_failed")]
    [InlineData("not enough permissions (9)", "routeros.no_api_permission")]
    [InlineData("max sessions reached", "routeros.too_many_sessions")]
    public async Task A_refused_login_says_why(string message, string code)
    {
        await using var router = ScriptedRouter.Start(async session =>
        {
            await session.ReadSentenceAsync();
            await session.SendAsync("!trap", "=message=" + message);
            await session.SendAsync("!done");
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        var result = await client.ConnectAsync(Ct);

        Assert.Equal(code, result.Error?.Code);
        Assert.Equal(message, result.Error?.Detail);
        Assert.Equal(RouterOsLinkState.Faulted, client.State);
    }

    [Fact]
    public async Task Too_many_bad_logins_are_a_failed_login()
    {
        await using var router = ScriptedRouter.Start(async session =>
        {
            await session.ReadSentenceAsync();
            await session.SendAsync("!fatal", "too many commands before login");
        });
        await using var client = TestClients.New(router.Endpoint());

        Assert.Equal("routeros.login_failed", (await client.ConnectAsync(Ct)).Error?.Code);
    }

    [Fact]
    public async Task An_account_that_may_not_read_is_connected_without_a_version()
    {
        await using var router = ScriptedRouter.Start(async session =>
        {
            await session.ReadSentenceAsync();
            await session.SendAsync("!done");
            for (var i = 0; i < 2; i++)
            {
                var (_, tag) = await session.ReadCommandAsync();
                await session.SendAsync("!trap", "=message=not enough permissions (9)", tag);
                await session.SendAsync("!done", tag);
            }

            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        var rows = await client.PrintAsync(new RouterOsCommand("/ppp/active/print"), Ct);

        Assert.Equal("routeros.not_enough_permissions", rows.Error?.Code);
        Assert.Null(client.Version);
        Assert.Equal(RouterOsLinkState.Open, client.State);
    }

    [Fact]
    public async Task The_password_is_nowhere_to_be_read()
    {
        var log = new ListLogger();
        await using var router = ScriptedRouter.Start(async session =>
        {
            await session.ReadSentenceAsync();
            await session.SendAsync("!trap", "=message=invalid user name or password (6)");
            await session.SendAsync("!done");
        });
        var endpoint = router.Endpoint("s3cr3t-w0rd");
        await using var client = TestClients.New(endpoint, logger: log);

        var result = await client.ConnectAsync(Ct);

        Assert.NotEmpty(log.Lines);
        Assert.DoesNotContain("s3cr3t-w0rd", string.Join('\n', log.Lines) + endpoint + result.Error, StringComparison.Ordinal);
        Assert.DoesNotContain("s3cr3t-w0rd", new RouterOsCommand("/login").With("password", "s3cr3t-w0rd").ToString(), StringComparison.Ordinal);
    }

    private sealed class ListLogger : ILogger
    {
        public List<string> Lines { get; } = [];

        public IDisposable? BeginScope<TState>(TState state)
            where TState : notnull => null;

        public bool IsEnabled(LogLevel logLevel) => true;

        public void Log<TState>(LogLevel logLevel, EventId eventId, TState state, Exception? exception, Func<TState, Exception?, string> formatter) =>
            Lines.Add(formatter(state, exception) + exception);
    }
}
