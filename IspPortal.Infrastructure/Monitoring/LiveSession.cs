using System.Net;
using System.Net.Sockets;
using IspPortal.Core.Network.Sessions;

namespace IspPortal.Infrastructure.Monitoring;

/// <summary>A live session with what sorting needs worked out once.</summary>
internal readonly record struct LiveSession(SessionRow Row, UInt128 AddressKey)
{
    /// <summary>An address as a number, so that 10.0.0.9 comes before 10.0.0.10; what is none comes first.</summary>
    public static UInt128 KeyOf(string? address)
    {
        if (!IPAddress.TryParse(address, out var parsed))
        {
            return 0;
        }

        UInt128 key = parsed.AddressFamily == AddressFamily.InterNetwork ? UInt128.Zero : UInt128.One;
        foreach (var part in parsed.GetAddressBytes())
        {
            key = (key << 8) | part;
        }

        return key;
    }
}
