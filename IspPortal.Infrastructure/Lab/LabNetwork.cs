using System.Net;
using IspPortal.Infrastructure.Lab.Routers;

namespace IspPortal.Infrastructure.Lab;

/// <summary>Many emulated routers in one process.</summary>
internal sealed class LabNetwork(TimeProvider time, string? directory = null, LabNetworkTuning? tuning = null, IPAddress? host = null) : IAsyncDisposable
{
    private readonly List<EmulatedRouter> _routers = [];
    private readonly Dictionary<string, EmulatedRouter> _byName = new(StringComparer.OrdinalIgnoreCase);
    private ITimer? _tick;

    public IReadOnlyList<EmulatedRouter> Routers => _routers;

    public EmulatedRouter? Find(string name) => _byName.GetValueOrDefault(name);

    /// <summary>Adds a router and opens its ports (0: any free port).</summary>
    public EmulatedRouter Add(RouterSpec spec, int port = 0, int tlsPort = 0)
    {
        var address = host ?? IPAddress.Loopback;
        var store = directory is null ? null : new RouterStore(Path.Combine(directory, spec.Name + ".json"));
        var certificate = RouterCertificate.LoadOrCreate(directory is null ? null : Path.Combine(directory, spec.Name + ".pfx"), spec.Name, address, time);
        var router = new EmulatedRouter(spec, address, port, tlsPort, tuning ?? new(), time, store, certificate);
        router.Start();
        _routers.Add(router);
        _byName.Add(spec.Name, router);
        _tick ??= time.CreateTimer(_ => Tick(), null, TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(1));
        return router;
    }

    public async ValueTask DisposeAsync()
    {
        if (_tick is not null)
        {
            await _tick.DisposeAsync();
        }

        foreach (var router in _routers)
        {
            await router.DisposeAsync();
        }
    }

    private void Tick()
    {
        foreach (var router in _routers.ToArray())
        {
            router.Tick();
        }
    }
}
