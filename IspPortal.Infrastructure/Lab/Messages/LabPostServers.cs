using IspPortal.Infrastructure.Messaging.Gateways;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>Where the lab's providers listen; senders may go there.</summary>
internal sealed class LabPostServers(LabPostRoom room, TimeProvider clock) : ILocalPorts, IAsyncDisposable
{
    private LabGatewayServer? _gateways;
    private LabMailServer? _mail;

    public bool IsRunning => _gateways is not null;

    public int GatewayPort => _gateways?.Port ?? 0;

    public int MailPort => _mail?.Port ?? 0;

    public bool Allows(int port) => IsRunning && (port == GatewayPort || port == MailPort);

    public async Task StartAsync(CancellationToken cancellationToken)
    {
        _mail ??= new LabMailServer(room, clock);
        _gateways ??= await LabGatewayServer.StartAsync(room, cancellationToken);
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _gateways, null) is { } gateways)
        {
            await gateways.DisposeAsync();
        }

        if (Interlocked.Exchange(ref _mail, null) is { } mail)
        {
            await mail.DisposeAsync();
        }
    }
}
