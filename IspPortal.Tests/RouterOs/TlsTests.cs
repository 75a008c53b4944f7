using System.Security.Cryptography;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Tests.RouterOs;

public sealed class TlsTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Fact]
    public async Task The_first_certificate_is_trusted_and_offered_and_then_the_only_one()
    {
        using var first = ScriptedRouter.MakeCertificate();
        using var second = ScriptedRouter.MakeCertificate();
        var fingerprint = Convert.ToHexString(SHA256.HashData(first.RawData));
        await using var router = ScriptedRouter.StartLoggedIn(session => session.StaySilentAsync(), certificate: first);
        await using var impostor = ScriptedRouter.StartLoggedIn(session => session.StaySilentAsync(), certificate: second);

        await using var unpinned = TestClients.New(router.Endpoint(useTls: true));
        Assert.Null((await unpinned.ConnectAsync(Ct)).Error);
        Assert.Equal(fingerprint, unpinned.PresentedCertificateSha256);

        await using var pinned = TestClients.New(router.Endpoint(useTls: true, pinned: fingerprint.ToLowerInvariant()));
        Assert.Null((await pinned.ConnectAsync(Ct)).Error);

        await using var deceived = TestClients.New(impostor.Endpoint(useTls: true, pinned: fingerprint));
        var refused = await deceived.ConnectAsync(Ct);
        Assert.Equal("routeros.certificate_changed", refused.Error?.Code);
        Assert.Equal(Convert.ToHexString(SHA256.HashData(second.RawData)), deceived.PresentedCertificateSha256);
    }

    [Fact]
    public async Task Commands_run_over_tls()
    {
        using var certificate = ScriptedRouter.MakeCertificate();
        await using var router = ScriptedRouter.StartLoggedIn(
            async session =>
            {
                var (_, tag) = await session.ReadCommandAsync();
                await session.SendAsync("!re", tag, "=name=" + new string('x', 40_000));
                await session.SendAsync("!done", tag);
                await session.StaySilentAsync();
            },
            certificate: certificate);
        await using var client = TestClients.New(router.Endpoint(useTls: true));

        var rows = await client.PrintAsync(new RouterOsCommand("/system/identity/print"), Ct);

        Assert.Equal(40_000, rows.Value[0]["name"]!.Length);
    }

    [Theory]
    [InlineData("silent")]
    [InlineData("fatal")]
    [InlineData("closes")]
    public async Task Tls_on_the_plain_port_is_named(string habit)
    {
        // What a plain port makes of a TLS hello is chance; what it makes of a login is not.
        await using var router = ScriptedRouter.Start(async session =>
        {
            var head = new byte[2];
            await session.Stream.ReadExactlyAsync(head, session.Stopped);
            if (head[1] == (byte)'/')
            {
                await session.SendAsync("!trap", "=message=invalid user name or password (6)");
                await session.SendAsync("!done");
                await session.StaySilentAsync();
            }
            else if (habit == "fatal")
            {
                await session.SendAsync("!fatal", "not logged in");
            }
            else if (habit == "silent")
            {
                await session.StaySilentAsync();
            }
        });
        await using var client = TestClients.New(router.Endpoint(useTls: true), TestClients.Hasty);

        Assert.Equal("routeros.tls_on_plain_port", (await client.ConnectAsync(Ct)).Error?.Code);
    }

    [Fact]
    public async Task Plain_on_the_tls_port_is_named()
    {
        using var certificate = ScriptedRouter.MakeCertificate();
        await using var router = ScriptedRouter.StartLoggedIn(session => session.StaySilentAsync(), certificate: certificate);
        await using var client = TestClients.New(router.Endpoint());

        Assert.Equal("routeros.plain_on_tls_port", (await client.ConnectAsync(Ct)).Error?.Code);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_port_of_the_right_kind_that_hangs_up_has_too_many_sessions(bool useTls)
    {
        await using var router = ScriptedRouter.Start(session =>
        {
            session.Socket.Close();
            return Task.CompletedTask;
        });
        await using var client = TestClients.New(router.Endpoint(useTls: useTls));

        Assert.Equal("routeros.too_many_sessions", (await client.ConnectAsync(Ct)).Error?.Code);
    }

    [Fact]
    public async Task Plain_answered_by_a_tls_alert_is_named_without_asking_again()
    {
        await using var router = ScriptedRouter.Start(async session =>
        {
            await session.SendRawAsync([0x15, 3, 1, 0, 2, 2, 70]);
            await session.StaySilentAsync();
        });
        await using var client = TestClients.New(router.Endpoint());

        Assert.Equal("routeros.plain_on_tls_port", (await client.ConnectAsync(Ct)).Error?.Code);
        Assert.Equal(1, router.Accepted);
    }

    [Fact]
    public async Task A_router_without_a_certificate_is_named()
    {
        // The alert handshake_failure, as a router sends it that offers anonymous key exchange only.
        await using var router = ScriptedRouter.Start(async session =>
        {
            var hello = new byte[5];
            await session.Stream.ReadExactlyAsync(hello, session.Stopped);
            await session.Stream.ReadExactlyAsync(new byte[(hello[3] << 8) | hello[4]], session.Stopped);
            await session.SendRawAsync([0x15, 3, 3, 0, 2, 2, 40]);
        });
        await using var client = TestClients.New(router.Endpoint(useTls: true));

        Assert.Equal("routeros.certificate_anonymous", (await client.ConnectAsync(Ct)).Error?.Code);
    }
}
