using System.Buffers.Binary;
using System.Net;
using System.Net.Sockets;

namespace IspPortal.Core.Network.Addressing;

/// <summary>IPv4 addresses as numbers, so that they sort and compare in every database.</summary>
public static class Ipv4
{
    /// <summary>The number of a dotted address of four parts, 0 to 4,294,967,295; null for anything else.</summary>
    public static long? ToNumber(string? text)
    {
        if (text is null || text.Count(c => c == '.') != 3 || !IPAddress.TryParse(text, out var address) || address.AddressFamily != AddressFamily.InterNetwork)
        {
            return null;
        }

        Span<byte> bytes = stackalloc byte[4];
        return address.TryWriteBytes(bytes, out _) ? BinaryPrimitives.ReadUInt32BigEndian(bytes) : null;
    }

    /// <summary>The dotted form of a number.</summary>
    public static string ToText(long number) => $"{(number >> 24) & 255}.{(number >> 16) & 255}.{(number >> 8) & 255}.{number & 255}";

    /// <summary>Whether the same address may stand behind several routers: private, shared (carrier NAT) or link-local space. Source: RFC 1918, 6598, 3927.</summary>
    public static bool IsPrivate(long number) =>
        number >> 24 == 10 || number >> 20 == 0xAC1 || number >> 16 == 0xC0A8 || number >> 22 == 0x191 || number >> 16 == 0xA9FE;
}
