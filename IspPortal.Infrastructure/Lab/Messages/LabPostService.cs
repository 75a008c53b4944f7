using Microsoft.Extensions.Hosting;

namespace IspPortal.Infrastructure.Lab.Messages;

/// <summary>Runs the lab's providers of messages as long as the process lives.</summary>
internal sealed class LabPostService(LabPostServers servers) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken) => servers.StartAsync(cancellationToken);

    public async Task StopAsync(CancellationToken cancellationToken) => await servers.DisposeAsync();
}
