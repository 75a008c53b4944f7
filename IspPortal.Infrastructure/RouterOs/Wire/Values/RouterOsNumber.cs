using System.Buffers.Text;

namespace IspPortal.Infrastructure.RouterOs.Wire.Values;

/// <summary>Counters, booleans, rates and pairs as RouterOS writes them.</summary>
internal static class RouterOsNumber
{
    /// <summary>A plain decimal number, or one in hex after <c>0x</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out long value)
    {
        if (text.Length > 2 && text[0] == (byte)'0' && text[1] is (byte)'x' or (byte)'X')
        {
            return Utf8Parser.TryParse(text[2..], out value, out var hexUsed, 'x') && hexUsed == text.Length - 2;
        }

        return Utf8Parser.TryParse(text, out value, out var used) && used == text.Length;
    }

    /// <summary><c>true</c>, <c>yes</c>, <c>false</c>, <c>no</c>.</summary>
    public static bool TryParse(ReadOnlySpan<byte> text, out bool value)
    {
        value = text.SequenceEqual("true"u8) || text.SequenceEqual("yes"u8);
        return value || text.SequenceEqual("false"u8) || text.SequenceEqual("no"u8);
    }

    /// <summary>A rate in bits per second: <c>5000000</c>, <c>512k</c>, <c>10M</c>, <c>1.5M</c>, <c>1G</c>, with or without <c>bps</c>. k is 1000.</summary>
    public static bool TryParseRate(ReadOnlySpan<byte> text, out long bitsPerSecond)
    {
        bitsPerSecond = 0;
        if (text.EndsWith("bps"u8))
        {
            text = text[..^3];
        }

        if (text.IsEmpty)
        {
            return false;
        }

        var scale = text[^1] switch
        {
            (byte)'k' or (byte)'K' => 1_000L,
            (byte)'M' or (byte)'m' => 1_000_000L,
            (byte)'G' or (byte)'g' => 1_000_000_000L,
            _ => 1L,
        };
        if (scale > 1)
        {
            text = text[..^1];
        }

        if (!Utf8Parser.TryParse(text, out decimal number, out var used) || used != text.Length || number is < 0 or > 9_000_000_000m)
        {
            if (scale > 1 || !Utf8Parser.TryParse(text, out bitsPerSecond, out used) || used != text.Length || bitsPerSecond < 0)
            {
                bitsPerSecond = 0;
                return false;
            }

            return true;
        }

        bitsPerSecond = (long)(number * scale);
        return true;
    }

    /// <summary><c>upload/download</c> counters, e.g. a simple queue's <c>bytes</c>.</summary>
    public static bool TryParsePair(ReadOnlySpan<byte> text, out long first, out long second)
    {
        second = 0;
        var slash = text.IndexOf((byte)'/');
        if (slash < 0)
        {
            first = 0;
            return false;
        }

        return TryParse(text[..slash], out first) && TryParse(text[(slash + 1)..], out second);
    }
}
