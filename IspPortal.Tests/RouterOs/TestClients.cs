using IspPortal.Infrastructure.RouterOs;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;

namespace IspPortal.Tests.RouterOs;

internal static class TestClients
{
    /// <summary>Deadlines short enough to be waited for, long enough for a busy machine.</summary>
    public static RouterOsOptions Options => new()
    {
        ConnectTimeout = TimeSpan.FromSeconds(3),
        Silence = TimeSpan.FromSeconds(3),
        Total = TimeSpan.FromSeconds(20),
    };

    public static RouterOsOptions Hasty => new()
    {
        ConnectTimeout = TimeSpan.FromMilliseconds(400),
        Silence = TimeSpan.FromMilliseconds(400),
        Total = TimeSpan.FromSeconds(20),
    };

    public static RouterOsClient New(RouterEndpoint endpoint, RouterOsOptions? options = null, TimeProvider? timeProvider = null, ILogger? logger = null) =>
        new(endpoint, options ?? Options, timeProvider ?? TimeProvider.System, new Random(1), logger ?? NullLogger.Instance);

    public static CancellationToken Ct => TestContext.Current.CancellationToken;
}
