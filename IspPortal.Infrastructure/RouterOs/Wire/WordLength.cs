using System.Buffers.Binary;

namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>
/// The length in front of every word of the RouterOS API: one to five bytes, big-endian, the number of leading one bits says how many.
/// Source: MikroTik, "API", section "Protocol" (help.mikrotik.com/docs/spaces/ROS/pages/47579160/API).
/// </summary>
internal static class WordLength
{
    /// <summary>The longest prefix there is.</summary>
    public const int MaxBytes = 5;

    /// <summary>First bytes from here on are not lengths: 0xF8 and above are reserved control bytes, 0xF1 to 0xF7 are undefined.</summary>
    public const byte FirstControlByte = 0xF1;

    /// <summary>How many bytes the prefix of a word of <paramref name="length"/> bytes takes.</summary>
    public static int SizeOf(uint length) => length switch
    {
        < 0x80 => 1,
        < 0x4000 => 2,
        < 0x20_0000 => 3,
        < 0x1000_0000 => 4,
        _ => 5,
    };

    /// <summary>Writes the shortest prefix for <paramref name="length"/> and returns how many bytes it took.</summary>
    public static int Write(Span<byte> target, uint length)
    {
        var size = SizeOf(length);
        switch (size)
        {
            case 1:
                target[0] = (byte)length;
                break;
            case 2:
                BinaryPrimitives.WriteUInt16BigEndian(target, (ushort)(length | 0x8000));
                break;
            case 3:
                target[0] = (byte)((length >> 16) | 0xC0);
                BinaryPrimitives.WriteUInt16BigEndian(target[1..], (ushort)length);
                break;
            case 4:
                BinaryPrimitives.WriteUInt32BigEndian(target, length | 0xE000_0000);
                break;
            default:
                target[0] = 0xF0;
                BinaryPrimitives.WriteUInt32BigEndian(target[1..], length);
                break;
        }

        return size;
    }

    /// <summary>How many bytes the prefix that starts with <paramref name="first"/> takes; 0 when it is a control byte, not a length.</summary>
    public static int SizeFromFirstByte(byte first) => first switch
    {
        < 0x80 => 1,
        < 0xC0 => 2,
        < 0xE0 => 3,
        < 0xF0 => 4,
        0xF0 => 5,
        _ => 0,
    };

    /// <summary>Reads a whole prefix: <paramref name="prefix"/> must hold as many bytes as <see cref="SizeFromFirstByte"/> says.</summary>
    public static uint Read(ReadOnlySpan<byte> prefix) => SizeFromFirstByte(prefix[0]) switch
    {
        1 => prefix[0],
        2 => (uint)(BinaryPrimitives.ReadUInt16BigEndian(prefix) & 0x3FFF),
        3 => ((uint)(prefix[0] & 0x1F) << 16) | BinaryPrimitives.ReadUInt16BigEndian(prefix[1..]),
        4 => BinaryPrimitives.ReadUInt32BigEndian(prefix) & 0x0FFF_FFFF,
        5 => BinaryPrimitives.ReadUInt32BigEndian(prefix[1..]),
        _ => throw new ArgumentException("A control byte is not a length.", nameof(prefix)),
    };
}
