using System.Numerics;

namespace IspPortal.Infrastructure.Series;

/// <summary>Bits one after the other, low first.</summary>
internal sealed class BitWriter
{
    private readonly List<byte> _bytes = [];
    private UInt128 _open;
    private int _count;

    /// <summary>How many bits a number has, 0 for zero.</summary>
    public static int LengthOf(long value) => 64 - BitOperations.LeadingZeroCount((ulong)value);

    /// <summary>Writes the lowest bits of a number; none for fewer than one.</summary>
    public void Write(long value, int bits)
    {
        if (bits <= 0)
        {
            return;
        }

        _open |= (UInt128)((ulong)value & ((1UL << bits) - 1)) << _count;
        _count += bits;
        while (_count >= 8)
        {
            _bytes.Add((byte)_open);
            _open >>= 8;
            _count -= 8;
        }
    }

    public byte[] ToBytes() => _count > 0 ? [.. _bytes, (byte)_open] : [.. _bytes];
}
