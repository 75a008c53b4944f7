using System.Net;
using System.Net.Sockets;
using Microsoft.Extensions.Options;

namespace IspPortal.Infrastructure.Messaging.Gateways;

/// <summary>
/// Where senders may go: not to addresses that only this machine's own surroundings answer (link-local: there cloud machines tell their secrets), and to this machine itself only at the ports that
/// its operator named. A mail server in the provider's own network is what many have.
/// </summary>
internal sealed class OutboundAddresses(IOptions<MessagingOptions> options, IEnumerable<ILocalPorts> localPorts)
{
    /// <summary>An address of the host that may be gone to; null when there is none, or when any of its addresses may not.</summary>
    /// <exception cref="SocketException">The name is not known.</exception>
    public async Task<IPAddress?> FindAsync(string host, int port, CancellationToken cancellationToken)
    {
        var found = IPAddress.TryParse(host.Trim('[', ']'), out var literal) ? [literal] : await Dns.GetHostAddressesAsync(host, cancellationToken);
        return found.Length > 0 && Array.TrueForAll(found, address => IsAllowed(address, port)) ? found[0] : null;
    }

    private bool IsAllowed(IPAddress found, int port)
    {
        var address = found.IsIPv4MappedToIPv6 ? found.MapToIPv4() : found;
        if (IPAddress.IsLoopback(address))
        {
            return options.Value.Allows(port) || localPorts.Any(ports => ports.Allows(port));
        }

        return address.AddressFamily == AddressFamily.InterNetwork
            ? address.GetAddressBytes() is not ([169, 254, ..] or [0, ..] or [>= 224, ..])
            : !address.IsIPv6LinkLocal && !address.IsIPv6Multicast && !address.Equals(IPAddress.IPv6Any);
    }
}
