using System.Diagnostics.CodeAnalysis;
using System.Net;
using System.Net.Sockets;

namespace IspPortal.Core.Identity.ApiKeys;

/// <summary>Networks in CIDR notation (RFC 4632, RFC 4291), from which something is allowed.</summary>
public sealed class AddressNetworks
{
    private readonly IPNetwork[] _networks;

    private AddressNetworks(IPNetwork[] networks) => _networks = networks;

    /// <summary>The networks of a stored list, with spaces between.</summary>
    public static AddressNetworks Of(string list) =>
        new([.. list.Split(' ', StringSplitOptions.RemoveEmptyEntries).Select(IPNetwork.Parse)]);

    /// <summary>
    /// One network in its usual form: an address alone becomes a network of one address. False for what is no address, for a prefix out of
    /// range, and for one with bits beyond its prefix (<c>10.0.0.1/8</c>), which is nearly always a slip.
    /// </summary>
    public static bool TryNormalize(string? text, [NotNullWhen(true)] out string? network)
    {
        network = null;
        var parts = (text?.Trim() ?? "").Split('/');
        if (parts.Length > 2 || !IPAddress.TryParse(parts[0], out var address) || IsUnusualForm(address, parts[0]))
        {
            return false;
        }

        var full = address.AddressFamily == AddressFamily.InterNetwork ? "32" : "128";
        var candidate = $"{address}/{(parts.Length == 2 ? parts[1] : full)}";
        if (!candidate.EndsWith('/') && char.IsAsciiDigit(candidate[^1]) && IPNetwork.TryParse(candidate, out var parsed) && parsed.BaseAddress.Equals(address))
        {
            network = parsed.ToString();
        }

        return network is not null;
    }

    /// <summary>Whether <paramref name="address"/> lies in one of them; with none, every address does. An unknown address lies in none.</summary>
    public bool Allow(string? address)
    {
        if (_networks.Length == 0)
        {
            return true;
        }

        if (!IPAddress.TryParse(address, out var caller))
        {
            return false;
        }

        var known = caller.IsIPv4MappedToIPv6 ? caller.MapToIPv4() : caller;
        return Array.Exists(_networks, network => network.Contains(known));
    }

    /// <summary>"10" and "0x0a.1" are addresses to the parser; nobody who writes them means one. A zone or a mapped address would never match.</summary>
    private static bool IsUnusualForm(IPAddress address, string text) => address.AddressFamily == AddressFamily.InterNetwork
        ? address.ToString() != text
        : address.IsIPv4MappedToIPv6 || address.ScopeId != 0;
}
