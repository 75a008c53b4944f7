using System.Buffers.Binary;

namespace IspPortal.Core.Customers.Documents.Content;

/// <summary>
/// Walks a JPEG from marker to marker (ITU-T T.81, annex B): frame header, tables and scans must be there in an order that can be decoded, and the end must come.
/// </summary>
internal static class JpegStructure
{
    private const byte StartOfScan = 0xDA;
    private const byte EndOfImage = 0xD9;
    private const byte HuffmanTables = 0xC4;
    private const byte QuantisationTables = 0xDB;
    private const byte ArithmeticConditioning = 0xCC;

    public static ReadOnlySpan<byte> Magic => [0xFF, 0xD8, 0xFF];

    /// <summary>Null when it is no whole JPEG.</summary>
    public static DocumentShape? Read(ReadOnlySpan<byte> file)
    {
        var at = 2;
        (int Width, int Height)? frame = null;
        var (quantised, coded, scanned) = (false, false, false);
        while (NextMarker(file, ref at) is { } marker)
        {
            if (marker == EndOfImage)
            {
                return frame is { } size && scanned ? new DocumentShape(DocumentFormat.Jpeg, at, 1, size.Width, size.Height) : null;
            }

            if (Segment(file, ref at) is not { } range)
            {
                return null;
            }

            var segment = file[range];
            switch (marker)
            {
                case HuffmanTables when !AreHuffmanTables(segment):
                case QuantisationTables when !AreQuantisationTables(segment):
                    return null;
                case HuffmanTables or ArithmeticConditioning:
                    coded = true;
                    break;
                case QuantisationTables:
                    quantised = true;
                    break;
                case StartOfScan:
                    if (frame is null || !quantised || !coded || !SkipScan(file, segment, ref at))
                    {
                        return null;
                    }

                    scanned = true;
                    break;
                case >= 0xC0 and <= 0xCF when marker != 0xC8:
                    if (frame is not null || FrameSize(segment) is not { } found)
                    {
                        return null;
                    }

                    frame = found;
                    break;
            }
        }

        return null;
    }

    /// <summary>The marker at this place, fill bytes before it skipped; null where none is.</summary>
    private static byte? NextMarker(ReadOnlySpan<byte> file, ref int at)
    {
        if (at >= file.Length || file[at] != 0xFF)
        {
            return null;
        }

        while (at < file.Length && file[at] == 0xFF)
        {
            at++;
        }

        // A second beginning, a zero and restart markers have no place between segments.
        return at < file.Length && file[at] is not (0x00 or 0x01 or (>= 0xD0 and <= 0xD8)) ? file[at++] : null;
    }

    private static Range? Segment(ReadOnlySpan<byte> file, ref int at)
    {
        var length = at + 2 <= file.Length ? BinaryPrimitives.ReadUInt16BigEndian(file[at..]) : 0;
        if (length < 2 || at + length > file.Length)
        {
            return null;
        }

        var range = (at + 2)..(at + length);
        at += length;
        return range;
    }

    private static (int Width, int Height)? FrameSize(ReadOnlySpan<byte> segment)
    {
        if (segment.Length < 6 || segment[0] is not (8 or 12) || segment[5] is not (1 or 3 or 4) || segment.Length != 6 + (3 * segment[5]))
        {
            return null;
        }

        for (var component = 0; component < segment[5]; component++)
        {
            var (sampling, table) = (segment[7 + (3 * component)], segment[8 + (3 * component)]);
            if ((sampling >> 4) is < 1 or > 4 || (sampling & 15) is < 1 or > 4 || table > 3)
            {
                return null;
            }
        }

        var (height, width) = (BinaryPrimitives.ReadUInt16BigEndian(segment[1..]), BinaryPrimitives.ReadUInt16BigEndian(segment[3..]));
        return width == 0 || height == 0 ? null : (width, height);
    }

    private static bool AreHuffmanTables(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            if (segment.Length < 17 || (segment[0] >> 4) > 1 || (segment[0] & 15) > 3)
            {
                return false;
            }

            var (symbols, room) = (0, 1);
            foreach (var count in segment[1..17])
            {
                // A code of n bits has room for what the shorter ones left.
                room = (room << 1) - count;
                symbols += count;
                if (room < 0)
                {
                    return false;
                }
            }

            if (symbols > 256 || segment.Length < 17 + symbols)
            {
                return false;
            }

            segment = segment[(17 + symbols)..];
        }

        return true;
    }

    private static bool AreQuantisationTables(ReadOnlySpan<byte> segment)
    {
        while (!segment.IsEmpty)
        {
            var size = 1 + ((segment[0] >> 4) == 0 ? 64 : 128);
            if ((segment[0] >> 4) > 1 || (segment[0] & 15) > 3 || segment.Length < size)
            {
                return false;
            }

            segment = segment[size..];
        }

        return true;
    }

    /// <summary>Past the coded data of a scan: up to the first marker that is neither a stuffed byte nor a restart.</summary>
    private static bool SkipScan(ReadOnlySpan<byte> file, ReadOnlySpan<byte> header, ref int at)
    {
        if (header.Length < 4 || header[0] is < 1 or > 4 || header.Length != 4 + (2 * header[0]))
        {
            return false;
        }

        var from = at;
        while (at + 1 < file.Length)
        {
            if (file[at] == 0xFF && file[at + 1] is not (0x00 or (>= 0xD0 and <= 0xD7)))
            {
                return at > from;
            }

            at += file[at] == 0xFF ? 2 : 1;
        }

        return false;
    }
}
