using IspPortal.Core.Lab;
using IspPortal.Tests.Support;

namespace IspPortal.Tests.RouterOs;

public sealed class FaultsWhileDiallingTests
{
    private static readonly CancellationToken Ct = CancellationToken.None;

    [Theory]
    [InlineData(LabFaultKind.Refused, "routeros.refused")]
    [InlineData(LabFaultKind.SilentDrop, "routeros.unreachable")]
    [InlineData(LabFaultKind.HalfOpen, "routeros.silent")]
    [InlineData(LabFaultKind.Fin, "routeros.too_many_sessions")]
    [InlineData(LabFaultKind.MaxSessions, "routeros.too_many_sessions")]
    [InlineData(LabFaultKind.WrongCredentials, "routeros.login_failed")]
    [InlineData(LabFaultKind.NoApiPermission, "routeros.no_api_permission")]
    [InlineData(LabFaultKind.Garbage, "routeros.protocol_error")]
    [InlineData(LabFaultKind.Fatal, "routeros.fatal")]
    public async Task A_fault_while_dialling_is_named_and_survived(LabFaultKind kind, string code)
    {
        await using var lab = LabRouters.Start("7.18", sessions: 5);
        await using var client = TestClients.New(LabClients.EndpointOf(lab), TestClients.Hasty);
        lab.Router.Throw(new LabFault(kind));

        var failed = await client.ConnectAsync(Ct);
        lab.Router.ClearFaults();

        Assert.Equal(code, failed.Error?.Code);
        Assert.NotEmpty(await LabClients.ReadNamesAsync(client));
    }
}
