using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using System.Net;
using System.Net.Sockets;

namespace IspPortal.Core.Network.Addressing;

/// <summary>Addresses and nets that people type, of either family: whole ones only, so that what is meant is what is used.</summary>
public static class WholeAddress
{
    /// <summary>A dotted IPv4 address (<see cref="Ipv4.ToNumber"/>) or an IPv6 address; without brackets and port.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out IPAddress? address)
    {
        address = null;
        return text is not null && (Ipv4.IsWhole(text) || (text.Contains(':', StringComparison.Ordinal) && !text.Contains('[', StringComparison.Ordinal)))
            && IPAddress.TryParse(text, out address) && (address.AddressFamily == AddressFamily.InterNetworkV6 || Ipv4.IsWhole(text));
    }

    /// <summary>Whether the text is such an address or a host's name. A name of digits and points alone is none: it would be taken for another address.</summary>
    public static bool IsHost(string? text) => TryParse(text, out _)
        || (Uri.CheckHostName(text) == UriHostNameType.Dns && !text!.All(c => char.IsAsciiDigit(c) || c == '.'));

    /// <summary>Whether the text is such an address, or a net of such addresses with its length behind a slash.</summary>
    public static bool IsAddressOrNet(string? text)
    {
        if (text is null)
        {
            return false;
        }

        var slash = text.IndexOf('/', StringComparison.Ordinal);
        return slash < 0
            ? TryParse(text, out _)
            : TryParse(text[..slash], out var address)
                && int.TryParse(text.AsSpan(slash + 1), NumberStyles.None, CultureInfo.InvariantCulture, out var bits) && bits <= (address.AddressFamily == AddressFamily.InterNetwork ? 32 : 128);
    }
}
