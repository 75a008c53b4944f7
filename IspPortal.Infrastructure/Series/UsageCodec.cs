using System.Buffers;

namespace IspPortal.Infrastructure.Series;

/// <summary>What up to 32 accesses used on one day, in bytes.</summary>
internal static class UsageCodec
{
    private const byte Format = 1;

    public static byte[] Encode(IReadOnlyDictionary<long, UsageCount> accesses)
    {
        var output = new ArrayBufferWriter<byte>(16 + (accesses.Count * 16));
        output.Write([Format]);
        VarInt.Write(output, (ulong)accesses.Count);
        long previous = 0;
        foreach (var (number, count) in accesses.OrderBy(static a => a.Key))
        {
            VarInt.Write(output, (ulong)(number - previous));
            VarInt.WriteSigned(output, count.Down);
            VarInt.WriteSigned(output, count.Up);
            VarInt.WriteSigned(output, count.SeenMs);
            VarInt.WriteSigned(output, count.UnseenMs);
            previous = number;
        }

        return output.WrittenSpan.ToArray();
    }

    public static void Decode(ReadOnlySpan<byte> input, Action<long, UsageCount> each, long? only = null)
    {
        if (input.IsEmpty || input[0] != Format)
        {
            throw new InvalidDataException("A day's usage has an unknown format.");
        }

        input = input[1..];
        var count = VarInt.Read(ref input);
        long number = 0;
        for (ulong i = 0; i < count; i++)
        {
            number += (long)VarInt.Read(ref input);
            if (number > only)
            {
                return;
            }

            if (only is not null && only != number)
            {
                VarInt.Skip(ref input, 4);
                continue;
            }

            each(number, new UsageCount(VarInt.ReadSigned(ref input), VarInt.ReadSigned(ref input), VarInt.ReadSigned(ref input), VarInt.ReadSigned(ref input)));
        }

        if (only is null && !input.IsEmpty)
        {
            throw new InvalidDataException("A day's usage holds more than it says.");
        }
    }
}
