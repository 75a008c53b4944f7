using IspPortal.Infrastructure.RouterOs.Wire;

namespace IspPortal.Infrastructure.RouterOs;

/// <summary>How the portal talks to routers: the <c>RouterOs</c> section of the configuration.</summary>
internal sealed class RouterOsOptions
{
    public const string Section = "RouterOs";

    /// <summary>For the TCP connection, and again for TLS and login together.</summary>
    public TimeSpan ConnectTimeout { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Default of <see cref="RouterOsCommand.Silence"/> for finite commands.</summary>
    public TimeSpan Silence { get; set; } = TimeSpan.FromSeconds(5);

    /// <summary>Default of <see cref="RouterOsCommand.Total"/>.</summary>
    public TimeSpan Total { get; set; } = TimeSpan.FromSeconds(60);

    /// <summary>Finite commands that one router may be working on at once.</summary>
    public int MaxInFlight { get; set; } = 4;

    /// <summary>How long a closing connection waits for the router's farewell.</summary>
    public TimeSpan QuitTimeout { get; set; } = TimeSpan.FromMilliseconds(500);

    /// <summary>Rows a stream keeps for a slow reader before it ends.</summary>
    public int StreamBacklog { get; set; } = 4096;

    /// <summary>What a router may send before it is cut off.</summary>
    public WireLimits Limits { get; set; } = new();
}
