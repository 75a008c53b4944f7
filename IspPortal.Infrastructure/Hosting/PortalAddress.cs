using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Hosting;

/// <summary>The address to print for the person at the console.</summary>
internal sealed class PortalAddress(IOptions<PortalAddressOptions> options, IServiceProvider services)
{
    private const string LocalHost = "localhost";

    /// <summary>The public address, else one that the server listens on; null before the server listens, or where there is none.</summary>
    public string? Find() => Choose(options.Value.PublicAddress, services.GetService<IServer>()?.Features.Get<IServerAddressesFeature>()?.Addresses ?? []);

    /// <summary>
    /// The public address where one is set. Else the first listening address that a browser on this machine can open, else the first: <c>0.0.0.0</c>,
    /// <c>[::]</c> and the like are every address of the machine and no place to go, so they are called <c>localhost</c>.
    /// </summary>
    public static string? Choose(string publicAddress, IEnumerable<string> listening)
    {
        if (!string.IsNullOrWhiteSpace(publicAddress))
        {
            return publicAddress.Trim().TrimEnd('/');
        }

        List<BindingAddress> bound = [.. listening.Select(BindingAddress.Parse)];
        var chosen = bound.Find(address => IsEverywhere(address.Host) || IsThisMachine(address.Host)) ?? bound.FirstOrDefault();
        return chosen is null ? null : $"{chosen.Scheme}://{(IsEverywhere(chosen.Host) ? LocalHost : chosen.Host)}:{chosen.Port}";
    }

    private static bool IsEverywhere(string host) => host is "*" or "+" or "0.0.0.0" or "[::]";

    private static bool IsThisMachine(string host) => host.Equals(LocalHost, StringComparison.OrdinalIgnoreCase) || host is "127.0.0.1" or "[::1]";
}
