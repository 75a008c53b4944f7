using System.Net;
using IspPortal.Core.Lab;
using IspPortal.Core.Network.Provisioning;
using IspPortal.Infrastructure.Lab.Routers;
using IspPortal.Infrastructure.Lab.Sample;
using IspPortal.Infrastructure.Lab.Seeding;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace IspPortal.Infrastructure.Lab;

/// <summary>Runs the sample ISP's routers as long as the process lives.</summary>
internal sealed partial class LabNetworkService(LabOptions options, LabDirectory directory, SampleIsp sample, LabControl control, TimeProvider time, ILogger<LabNetworkService> logger)
    : IHostedService, IAsyncDisposable
{
    private LabNetwork? _network;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        var host = IPAddress.Parse(options.Host);
        _network = new(time, directory.Path, new(options.RowsPerSecond, options.RequestBurst, options.RequestsPerSecond), host);
        var owing = LabSubscriptions.Owing(sample);
        foreach (var router in sample.Routers)
        {
            var isKept = LabSubscriptions.IsKept(sample, router.Index);
            cancellationToken.ThrowIfCancellationRequested();
            _network.Add(
                new(router.Name, router.Version, Traffic.Noise.SeedOf(router.Name))
                {
                    Board = router.Board,
                    RadioClients = router.RadioClients,
                    Architecture = router.Architecture,
                    Number = router.Index + 1,
                    Subscribers = sample.SubscribersOf(router.Index),
                    Password = options.Password,
                    Keeping = line => isKept ? (OwnershipTag.For(LabLines.AccessId(line.Index)), owing.Contains(line.Index)) : (null, false),
                    UptimeAtStart = TimeSpan.FromDays(9 + (router.Index * 7 % 80)),
                },
                router.Port,
                router.TlsPort);
        }

        control.Network = _network;
        Started(logger, _network.Routers.Count, sample.Profile.Name, _network.Routers[0].Port);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        control.Network = null;
        await DisposeAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (Interlocked.Exchange(ref _network, null) is { } network)
        {
            await network.DisposeAsync();
        }
    }

    [LoggerMessage(Level = LogLevel.Information, Message = "The lab runs {Routers} emulated routers (profile {Profile}), the first on port {Port}")]
    private static partial void Started(ILogger logger, int routers, string profile, int port);
}
