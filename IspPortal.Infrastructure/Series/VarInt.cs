using System.Buffers;

namespace IspPortal.Infrastructure.Series;

/// <summary>Integers in as few bytes as their size needs: 7 bits a byte, low first; signed ones zigzag.</summary>
internal static class VarInt
{
    public static void Write(ArrayBufferWriter<byte> output, ulong value)
    {
        var span = output.GetSpan(10);
        var length = 0;
        while (value >= 0x80)
        {
            span[length++] = (byte)(value | 0x80);
            value >>= 7;
        }

        span[length++] = (byte)value;
        output.Advance(length);
    }

    public static void WriteSigned(ArrayBufferWriter<byte> output, long value) => Write(output, (ulong)((value << 1) ^ (value >> 63)));

    public static ulong Read(ref ReadOnlySpan<byte> input)
    {
        ulong value = 0;
        for (var shift = 0; shift < 70; shift += 7)
        {
            if (input.IsEmpty)
            {
                break;
            }

            var part = input[0];
            input = input[1..];
            value |= (ulong)(part & 0x7F) << shift;
            if (part < 0x80)
            {
                return value;
            }
        }

        throw new InvalidDataException("A stored series ends inside a number.");
    }

    /// <summary>Leaves out so many numbers.</summary>
    public static void Skip(ref ReadOnlySpan<byte> input, int count)
    {
        var at = 0;
        while (count > 0 && at < input.Length)
        {
            if (input[at++] < 0x80)
            {
                count--;
            }
        }

        input = count == 0 ? input[at..] : throw new InvalidDataException("A stored series ends inside a number.");
    }

    public static long ReadSigned(ref ReadOnlySpan<byte> input)
    {
        var value = Read(ref input);
        return (long)(value >> 1) ^ -(long)(value & 1);
    }
}
