using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.RouterOs;

internal sealed class RouterOsPool(IOptions<RouterOsOptions> options, TimeProvider timeProvider, ILogger<RouterOsPool> logger) : IRouterOsPool
{
    private readonly Lock _gate = new();
    private readonly Dictionary<Guid, RouterOsClient> _clients = [];
    private readonly HashSet<Task> _leaving = [];
    private bool _disposed;

    public IRouterOsClient Get(RouterEndpoint endpoint)
    {
        lock (_gate)
        {
            ObjectDisposedException.ThrowIf(_disposed, this);
            if (_clients.TryGetValue(endpoint.RouterId, out var client))
            {
                if (client.Endpoint == endpoint)
                {
                    return client;
                }

                Leave(client);
            }

            var created = new RouterOsClient(endpoint, options.Value, timeProvider, Random.Shared, logger);
            _clients[endpoint.RouterId] = created;
            return created;
        }
    }

    public async ValueTask RemoveAsync(Guid routerId)
    {
        RouterOsClient? client;
        lock (_gate)
        {
            _clients.Remove(routerId, out client);
        }

        if (client is not null)
        {
            await client.DisposeAsync();
        }
    }

    public async ValueTask DisposeAsync()
    {
        Task[] leaving;
        lock (_gate)
        {
            if (_disposed)
            {
                return;
            }

            _disposed = true;
            foreach (var client in _clients.Values)
            {
                Leave(client);
            }

            _clients.Clear();
            leaving = [.. _leaving];
        }

        await Task.WhenAll(leaving);
    }

    private void Leave(RouterOsClient client)
    {
        var leaving = Task.Run(async () => await client.DisposeAsync());
        _leaving.Add(leaving);
        _ = leaving.ContinueWith(
            done =>
            {
                lock (_gate)
                {
                    _leaving.Remove(done);
                }
            },
            TaskScheduler.Default);
    }
}
