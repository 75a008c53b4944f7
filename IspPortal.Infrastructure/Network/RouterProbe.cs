using IspPortal.Core.Common.Results;
using IspPortal.Core.Network.Routers;
using IspPortal.Infrastructure.RouterOs;

namespace IspPortal.Infrastructure.Network;

/// <summary>Connects once to a router that may not be stored at all, apart from the connection that polling uses.</summary>
internal sealed class RouterProbe(IRouterOsPool pool, TimeProvider clock)
{
    private static readonly RouterOsCommand Identity = new RouterOsCommand("/system/identity/print").Deadlines(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));
    private static readonly RouterOsCommand Resource = new RouterOsCommand("/system/resource/print").Deadlines(TimeSpan.FromSeconds(5), TimeSpan.FromSeconds(10));

    public async Task<Result<RouterTestReport>> ProbeAsync(RouterEndpoint endpoint, CancellationToken cancellationToken)
    {
        var client = pool.Get(endpoint);
        try
        {
            var connected = await client.ConnectAsync(cancellationToken);
            if (!connected.Succeeded)
            {
                return connected.Error;
            }

            var start = clock.GetTimestamp();
            var identity = await client.PrintAsync(Identity, cancellationToken);
            var latency = clock.GetElapsedTime(start);
            if (!identity.Succeeded)
            {
                return identity.Error;
            }

            var resource = await client.PrintAsync(Resource, cancellationToken);
            if (!resource.Succeeded)
            {
                return resource.Error;
            }

            var row = resource.Value.Count > 0 ? resource.Value[0] : new RouterOsRow();
            return new RouterTestReport(
                latency,
                identity.Value.Count > 0 ? identity.Value[0]["name"] ?? string.Empty : string.Empty,
                row["version"] ?? string.Empty,
                row["board-name"] ?? string.Empty,
                client.PresentedCertificateSha256);
        }
        finally
        {
            await pool.RemoveAsync(endpoint.RouterId);
        }
    }
}
