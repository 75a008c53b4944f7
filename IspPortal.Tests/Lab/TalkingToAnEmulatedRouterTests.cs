using IspPortal.Tests.Support;

namespace IspPortal.Tests.Lab;

public sealed class TalkingToAnEmulatedRouterTests
{
    [Theory]
    [InlineData("6.42")]
    [InlineData("6.43")]
    [InlineData("6.49")]
    [InlineData("7.12")]
    [InlineData("7.18")]
    [InlineData("7.24")]
    public async Task Every_version_lets_a_client_in_and_prints(string version)
    {
        await using var lab = LabRouters.Start(version, sessions: 20);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var resource = Assert.Single(await client.RowsAsync("/system/resource/print"));
        var identity = Assert.Single(await client.RowsAsync("/system/identity/print"));
        var active = await client.RowsAsync("/ppp/active/print");
        var secrets = await client.RowsAsync("/ppp/secret/print");
        var interfaces = await client.RowsAsync("/interface/print");

        Assert.StartsWith(version + ".", resource.Value("version"), StringComparison.Ordinal);
        Assert.Equal("RTR-TEST-1", identity.Value("name"));
        Assert.Equal(secrets.Select(s => s.Value("name")).Order(), active.Select(a => a.Value("name")).Order());
        Assert.All(active, a => Assert.Contains(interfaces, i => i.Value("name") == $"<pppoe-{a.Value("name")}>"));
        Assert.NotEmpty(await client.RowsAsync("/system/health/print"));
    }

    [Fact]
    public async Task Counters_grow()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 30);
        await using var client = await RawClient.LoginAsync(lab.Router.Port);

        var first = await client.RowsAsync("/interface/print", "=.proplist=name,rx-byte,tx-byte");
        await Task.Delay(50);
        var second = await client.RowsAsync("/interface/print", "=.proplist=name,rx-byte,tx-byte");

        Assert.Equal(first.Count, second.Count);
        Assert.All(first.Zip(second), pair => Assert.True(pair.Second.Number("tx-byte") >= pair.First.Number("tx-byte")));
        Assert.True(second.Sum(r => r.Number("tx-byte")) > first.Sum(r => r.Number("tx-byte")));
    }

    [Fact]
    public async Task Tls_works_and_keeps_its_certificate()
    {
        await using var lab = LabRouters.Start("7.24", sessions: 3);
        await using var client = await RawClient.LoginAsync(lab.Router.TlsPort, tls: true);

        Assert.NotEmpty(await client.RowsAsync("/ppp/secret/print"));
        Assert.Single(Directory.GetFiles(lab.Folder, "*.pfx"));
    }
}
