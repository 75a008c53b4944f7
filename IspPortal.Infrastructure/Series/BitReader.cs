namespace IspPortal.Infrastructure.Series;

/// <summary>Reads what <see cref="BitWriter"/> wrote: of each number all bits but the highest.</summary>
internal static class BitReader
{
    /// <summary>The number that has so many bits and begins at bit <paramref name="at"/>, which moves on.</summary>
    public static long Read(ReadOnlySpan<byte> bytes, ref long at, int length)
    {
        if (length <= 1)
        {
            return length;
        }

        if (length > 63 || at + length - 1 > (long)bytes.Length * 8)
        {
            throw new InvalidDataException("A series chunk ends inside its bits.");
        }

        var value = 1L << (length - 1);
        for (var bit = 0; bit < length - 1;)
        {
            var offset = (int)(at & 7);
            var take = Math.Min(8 - offset, length - 1 - bit);
            value |= ((long)(bytes[(int)(at >> 3)] >> offset) & ((1L << take) - 1)) << bit;
            bit += take;
            at += take;
        }

        return value;
    }

    /// <summary>How many bits were written of a number that has so many.</summary>
    public static int Below(int length) => Math.Max(0, length - 1);
}
