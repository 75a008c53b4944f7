using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Dialects;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.RouterOs;

public sealed class AgainstEmulatedRoutersTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData("6.42", false)]
    [InlineData("6.43", false)]
    [InlineData("6.49", true)]
    [InlineData("7.12", false)]
    [InlineData("7.18", true)]
    [InlineData("7.24", false)]
    public async Task Every_version_is_read(string version, bool useTls)
    {
        await using var lab = LabRouters.Start(version, sessions: 60);
        await using var client = TestClients.New(LabClients.EndpointOf(lab, useTls));
        var sessions = new List<PppActiveRow>();
        var interfaces = new List<InterfaceRow>();
        var secrets = new List<PppSecretRow>();
        var queues = new List<SimpleQueueRow>();
        var hotspot = new List<HotspotActiveRow>();
        var arp = new List<ArpRow>();

        Assert.Null((await client.ReadAsync(PppActiveReader.Command, PppActiveReader.Instance, sessions, Ct)).Error);
        Assert.Null((await client.ReadAsync(InterfaceReader.Command, InterfaceReader.Instance, interfaces, Ct)).Error);
        Assert.Null((await client.ReadAsync(PppSecretReader.Command, PppSecretReader.Instance, secrets, Ct)).Error);
        Assert.Null((await client.ReadAsync(SimpleQueueReader.Command, SimpleQueueReader.Instance, queues, Ct)).Error);
        Assert.Null((await client.ReadAsync(HotspotActiveReader.Command, HotspotActiveReader.Instance, hotspot, Ct)).Error);
        Assert.Null((await client.ReadAsync(ArpReader.Command, ArpReader.Instance, arp, Ct)).Error);

        Assert.StartsWith(version, client.Version!.ToString(), StringComparison.Ordinal);
        Assert.NotEmpty(sessions);
        Assert.All(sessions, s => Assert.True(s is { Id: ['*', ..], Service: "pppoe", CallerId.Length: 17, Address.Length: > 6 } && s.Uptime > TimeSpan.Zero && s.SessionId > 0, s.ToString()));
        Assert.All(sessions, s => Assert.Contains(interfaces, i => i.Name == $"<pppoe-{s.Name}>" && i is { Running: true, Dynamic: true, Type: "pppoe-in", RxBytes: > 0, TxBytes: > 0 }));
        Assert.All(sessions, s => Assert.Contains(secrets, x => x.Name == s.Name && !x.Disabled && x.Profile.Length > 0));
        Assert.Contains(queues, q => q is { Dynamic: true, UploadBytes: > 0, DownloadBytes: > 0 });
        Assert.All(arp, a => Assert.NotEmpty(a.Interface));
        Assert.All(hotspot, h => Assert.True(h is { User.Length: > 0, MacAddress.Length: 17, BytesIn: not null }, h.ToString()));

        var health = await client.PrintAsync(client.Dialect.Health, Ct);
        Assert.Contains(client.Dialect.ReadHealth(health.Value), r => r is { Unit: "C", Value: > 10 and < 100 });
        var nobody = await client.PrintAsync(new RouterOsCommand("/ppp/active/print").Where("name=nobody at all"), Ct);
        Assert.Empty(nobody.Value);
    }

    [Fact]
    public async Task Writes_answer_with_ids_and_classified_traps()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 3);
        await using var client = TestClients.New(LabClients.EndpointOf(lab));
        var add = new RouterOsCommand("/ppp/secret/add").With("name", "budi=satu <家>").With("password", "x=y").With("service", "pppoe");

        var added = await client.ExecuteAsync(add, Ct);
        var found = await client.PrintAsync(new RouterOsCommand("/ppp/secret/print").Where("name=budi=satu <家>").Proplist(".id", "name"), Ct);

        Assert.Equal(added.Value.Ret, Assert.Single(found.Value).Id);
        Assert.Equal("routeros.trap_duplicate", (await client.ExecuteAsync(add, Ct)).Error?.Code);
        Assert.Equal("routeros.trap_bad_value", (await client.ExecuteAsync(add.With("profile", "no such profile"), Ct)).Error?.Code);
        Assert.Equal("routeros.trap_no_such_item", (await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/remove").With(".id", "*FFFF"), Ct)).Error?.Code);
        Assert.Equal("routeros.trap_no_such_command", (await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/dance"), Ct)).Error?.Code);
        Assert.Null((await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/remove").With(".id", added.Value.Ret!), Ct)).Error);
        Assert.Equal(1, client.Cost.Dials);
    }

    [Fact]
    public async Task An_account_that_may_only_read_is_told_so()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 1);
        await using var client = TestClients.New(LabClients.EndpointOf(lab) with { Username = "reader" });
        await using var shutOut = TestClients.New(LabClients.EndpointOf(lab) with { Username = "noapi" });

        Assert.Equal("routeros.not_enough_permissions", (await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/add").With("name", "x"), Ct)).Error?.Code);
        Assert.Equal("routeros.no_api_permission", (await shutOut.ConnectAsync(Ct)).Error?.Code);
    }

    [Fact]
    public async Task Listen_hears_changes_and_monitor_hears_rates()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 3);
        await using var client = TestClients.New(LabClients.EndpointOf(lab));
        await using var listen = (await client.OpenStreamAsync(new RouterOsCommand("/ppp/secret/listen"), Ct)).Value;
        await using var monitor = (await client.OpenStreamAsync(new RouterOsCommand("/interface/monitor-traffic").With("interface", "ether1"), Ct)).Value;

        var added = await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/add").With("name", "sari").With("password", "x"), Ct);
        await client.ExecuteAsync(new RouterOsCommand("/ppp/secret/remove").With(".id", added.Value.Ret!), Ct);

        var heard = await FirstAsync(listen, row => row.IsDead && row.Id == added.Value.Ret);
        var rate = await FirstAsync(monitor, row => row.Long("rx-bits-per-second") is not null);
        Assert.True(heard.IsDead);
        Assert.True(rate.Rate("rx-bits-per-second") >= 0);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task A_port_of_the_other_kind_is_named(bool useTls)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 1);
        var port = useTls ? lab.Router.Port : lab.Router.TlsPort;
        await using var client = TestClients.New(LabClients.EndpointOf(lab) with { Port = port, UseTls = useTls });

        Assert.Equal(useTls ? "routeros.tls_on_plain_port" : "routeros.plain_on_tls_port", (await client.ConnectAsync(Ct)).Error?.Code);
    }

    private static async Task<RouterOsRow> FirstAsync(IRouterOsStream stream, Func<RouterOsRow, bool> wanted)
    {
        using var patience = new CancellationTokenSource(TimeSpan.FromSeconds(10));
        await foreach (var row in stream.WithCancellation(patience.Token))
        {
            if (wanted(row))
            {
                return row;
            }
        }

        throw new InvalidOperationException($"The stream ended: {stream.EndReason}");
    }
}
