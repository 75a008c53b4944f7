using System.Buffers;
using System.Text;

namespace IspPortal.Infrastructure.RouterOs.Wire;

/// <summary>
/// Text of a router: UTF-8, and where a byte is none, that byte as Windows-1252. RouterOS defines no encoding; version 6 keeps the bytes
/// of whoever wrote them. Never fails.
/// </summary>
internal static class WireText
{
    private const int PoolSlots = 512;
    private const int PooledLength = 48;

    // What Windows-1252 has at 0x80 to 0x9F; its five holes stay control characters as in Latin-1.
    private const string HighControls =
        "\u20AC\u0081\u201A\u0192\u201E\u2026\u2020\u2021\u02C6\u2030\u0160\u2039\u0152\u008D\u017D\u008F\u0090\u2018\u2019\u201C\u201D\u2022\u2013\u2014\u02DC\u2122\u0161\u203A\u0153\u009D\u017E\u0178";

    // Read and written without a lock: a slot holds a whole string or nothing, and a lost write costs one more allocation.
    private static readonly string?[] Pool = new string?[PoolSlots];

    public static string Decode(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return string.Empty;
        }

        return Ascii.IsValid(bytes) ? Encoding.ASCII.GetString(bytes) : DecodeMixed(bytes);
    }

    /// <summary>Like <see cref="Decode"/>, but gives the same string for the same bytes where it can: for columns with few different values.</summary>
    public static string DecodePooled(ReadOnlySpan<byte> bytes)
    {
        if (bytes.IsEmpty)
        {
            return string.Empty;
        }

        if (bytes.Length > PooledLength)
        {
            return Decode(bytes);
        }

        var hash = (uint)bytes.Length;
        foreach (var b in bytes)
        {
            hash = (hash * 31) + b;
        }

        ref var slot = ref Pool[(hash ^ (hash >> 9)) % PoolSlots];
        var pooled = slot;
        if (pooled is not null && pooled.Length == bytes.Length && Ascii.Equals(bytes, pooled))
        {
            return pooled;
        }

        var text = Decode(bytes);
        slot = text;
        return text;
    }

    private static string DecodeMixed(ReadOnlySpan<byte> bytes)
    {
        // No sequence of UTF-8 gives more UTF-16 units than it has bytes.
        char[]? rented = null;
        var text = bytes.Length <= 256 ? stackalloc char[bytes.Length] : (rented = ArrayPool<char>.Shared.Rent(bytes.Length));
        var length = 0;
        while (!bytes.IsEmpty)
        {
            if (Rune.DecodeFromUtf8(bytes, out var rune, out var used) == OperationStatus.Done)
            {
                length += rune.EncodeToUtf16(text[length..]);
                bytes = bytes[used..];
                continue;
            }

            var b = bytes[0];
            text[length++] = b is >= 0x80 and <= 0x9F ? HighControls[b - 0x80] : (char)b;
            bytes = bytes[1..];
        }

        var decoded = new string(text[..length]);
        if (rented is not null)
        {
            ArrayPool<char>.Shared.Return(rented);
        }

        return decoded;
    }
}
