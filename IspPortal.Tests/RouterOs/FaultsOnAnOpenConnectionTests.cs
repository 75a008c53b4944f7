using IspPortal.Core.Lab;
using IspPortal.Infrastructure.RouterOs;
using IspPortal.Infrastructure.RouterOs.Tables;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.RouterOs;

public sealed class FaultsOnAnOpenConnectionTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(LabFaultKind.StallInWord, "routeros.silent")]
    [InlineData(LabFaultKind.LateReply, "routeros.silent")]
    [InlineData(LabFaultKind.HalfOpen, "routeros.silent")]
    [InlineData(LabFaultKind.SilentDrop, "routeros.silent")]
    [InlineData(LabFaultKind.FinMidTable, "routeros.closed")]
    [InlineData(LabFaultKind.ResetMidTable, "routeros.closed")]
    [InlineData(LabFaultKind.Garbage, "routeros.protocol_error")]
    [InlineData(LabFaultKind.UntaggedReplies, "routeros.protocol_error")]
    [InlineData(LabFaultKind.Fatal, "routeros.fatal")]
    public async Task A_fault_on_an_open_connection_is_named_and_survived(LabFaultKind kind, string code)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 30);
        await using var client = TestClients.New(LabClients.EndpointOf(lab), TestClients.Hasty);
        var expected = await LabClients.ReadNamesAsync(client);
        lab.Router.Throw(new LabFault(kind));

        var failed = await client.ReadAsync(PppActiveReader.Command, PppActiveReader.Instance, [], Ct);
        lab.Router.ClearFaults();

        Assert.Equal(code, failed.Error?.Code);
        Assert.Equal(expected, await LabClients.ReadNamesAsync(client));
    }

    [Fact]
    public async Task A_reboot_is_survived()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 5);
        await using var client = TestClients.New(LabClients.EndpointOf(lab), TestClients.Hasty);
        await LabClients.ReadNamesAsync(client);
        lab.Router.Throw(new LabFault(LabFaultKind.Reboot) { Duration = TimeSpan.FromMilliseconds(600) });

        var failed = await client.PrintAsync(new RouterOsCommand("/system/resource/print"), Ct);
        Assert.False(failed.Succeeded);

        await LabClients.ReadNamesAsync(client);
        var resource = await client.PrintAsync(new RouterOsCommand("/system/resource/print"), Ct);
        Assert.InRange(resource.Value[0].Duration("uptime")!.Value, TimeSpan.Zero, TimeSpan.FromMinutes(5));
    }

    [Fact]
    public async Task Trickling_replies_are_whole()
    {
        await using var lab = LabRouters.Start("7.18", sessions: 10);
        await using var client = TestClients.New(LabClients.EndpointOf(lab));
        var expected = await LabClients.ReadNamesAsync(client);
        lab.Router.Throw(new LabFault(LabFaultKind.Trickle));

        Assert.Equal(expected, await LabClients.ReadNamesAsync(client));
        Assert.Equal(1, client.Cost.Dials);
    }
}
